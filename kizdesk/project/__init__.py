"""Be the only door for window and command line: the open project, one module per step of the way."""
