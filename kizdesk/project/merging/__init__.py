"""Take whole interviews over from another copy of the project, with all that hangs on them.

`other` reads the copy without changing it, `belonging` says what goes with an interview, `fitting` what of it has a
place here, `editions` what its guide is called here, `strictness` that no revocation is undone, `judging` how each
interview stands to ours, `telling` what differs in words, and `taking` writes what is chosen in one step.
"""
