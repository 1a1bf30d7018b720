"""Know the guides of a project: those of the program and the versions made here, which are edited question by question.

A version that a begun interview, a form or a frozen version of the concept knows is never changed: the next change
begins another one (`editions`). `shelf` finds a version, `editing` and what it uses change the present one, `telling`
says what is different, `moving` brings interviews to it.
"""
