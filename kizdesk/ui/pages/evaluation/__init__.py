"""Be the pages of step 3, Auswertung: compare answers, go through offerings, mark evidence."""
