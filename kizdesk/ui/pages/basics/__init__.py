"""Be the pages of step 1, Grundlagen: the project, people, bodies, dates, chapters and sources."""
