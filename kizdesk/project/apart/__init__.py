"""Work out what takes long beside the program that shows the window.

A thread that computes keeps the interpreter from the window's thread, however often it is asked to step aside; what
libraries do in one piece (reading JSON and XML, sorting, pickling) cannot be asked at all. So such work is done by a
second process with a copy of the records. It gets changes only, bytes when it asks for them, and never a key.
"""
