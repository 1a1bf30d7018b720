"""Be the pages of step 7: Beteiligung und Einvernehmen."""
