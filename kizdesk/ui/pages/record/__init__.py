"""Show the record of changes."""
