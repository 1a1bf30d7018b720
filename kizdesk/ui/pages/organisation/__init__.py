"""Show step 6: where the centre stands, what it does, and what it costs."""
