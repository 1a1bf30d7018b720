"""Show step 2, Bestandsaufnahme: the matrix of municipalities and sections, and the list of interviews."""
