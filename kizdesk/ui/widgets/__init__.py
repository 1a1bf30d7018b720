"""Be the small widgets that several pages use; see the modules."""
