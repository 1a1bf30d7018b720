"""Step 8, Ausgeben: the outline, the house template, the preview, and all that is written into files."""
