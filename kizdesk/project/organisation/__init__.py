"""Step 6, Organisation und Kosten: the variant, its posts, and what it costs."""
