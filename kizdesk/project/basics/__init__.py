"""Step 1, Grundlagen: the project and its district, dates, bodies, chapters."""
