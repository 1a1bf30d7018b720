"""Show a scan or a photo of a form beside the questions, to type it off.

Foreign files are opened by a second process only (``child``); ``Drawer`` asks it for one page after the other.
"""
