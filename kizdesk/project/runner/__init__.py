"""Lead through an interview: its order, its answers, what is known, and how it begins and ends."""
