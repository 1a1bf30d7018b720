"""Step 7, Beteiligung und Einvernehmen: votes, requests, consents, and what changed since them."""
