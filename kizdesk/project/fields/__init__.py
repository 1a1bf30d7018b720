"""Step 4, Handlungsfelder: the fields of action with their goals and measures."""
