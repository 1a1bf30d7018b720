"""Be the only door for window and command line: the open project, one package per step of the way."""
