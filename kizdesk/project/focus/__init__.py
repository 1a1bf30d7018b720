"""Step 5, Schwerpunkte: the two-year focus, its rules, and how urgent the municipalities find the fields."""
