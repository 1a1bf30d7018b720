"""Step 8, Prüfen: what the rules find, gathered into points with their places."""
