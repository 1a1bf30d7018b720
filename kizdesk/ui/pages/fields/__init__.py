"""Be the pages of step 4: Leitlinien, and fields of action with goals and measures."""
