"""Show step 5: the two-year focus, chosen beside what the interviews found urgent."""
