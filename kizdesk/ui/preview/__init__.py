"""Show the concept as it is printed, while it is edited.

``live`` has it printed anew after each change, in other processes; ``pane`` shows it. QtPdf is loaded by ``view`` only,
which is imported when a pane is shown for the first time.
"""
