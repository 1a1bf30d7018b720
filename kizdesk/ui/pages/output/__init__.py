"""Be step 8, Prüfen und Ausgeben: what the checker finds, and the papers that come out."""
