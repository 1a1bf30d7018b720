"""Be the process that prints: it loads only what setting needs, so that it is there at once."""
