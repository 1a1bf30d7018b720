"""Build the minutes of one interview as a document of their own, for the municipality to read and release."""
