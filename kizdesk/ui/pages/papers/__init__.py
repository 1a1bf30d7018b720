"""Step 8, Vorlagen und Schreiben: a list of papers, the fields of the chosen one, and the chosen field.

``page`` holds the papers as benches; a bench brings its own list and desk, so that another kind of paper joins by one
more bench (`bench.Bench`).
"""
