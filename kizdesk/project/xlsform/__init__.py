"""Say a guide as an XLSForm, the table that ODK, KoboToolbox and Enketo know; pure, and without files.

``rows`` holds what stands in the three sheets, ``names`` makes names that XML takes, ``wording`` guards texts against
what those tools read as markup; ``lists`` are the choices, ``conditions`` when a question is shown, ``questions`` and
``sections`` the rows themselves, and ``form`` puts all together.
"""
