"""Be the page on which the guide of the interviews is edited."""
