"""Be the ways an answer is given, one module each."""
