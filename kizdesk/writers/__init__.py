"""Print the document tree; each writer formats type and decides nothing."""
