"""Step 8, Vorlagen: read, change and write the Sitzungsvorlage and the Sachstandsbericht.

A paper is proposed from the data each time it is read; only what somebody wrote in its place is a record. There is a
paper of each kind before anybody touched it: its record is made with the first change, in the same step.
"""
