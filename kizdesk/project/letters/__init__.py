"""Step 8, Schreiben: letters to the municipalities, their texts, whom they fit, their files, and what is noted of them.

``fields`` are the texts that somebody can write, ``places`` the municipalities with what fits whom, ``making`` the
letters, ``writing`` their files, ``noting`` the requests and reminders that follow from them.
"""
