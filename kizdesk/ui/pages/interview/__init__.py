"""Be the page on which an interview is held: see runner."""
