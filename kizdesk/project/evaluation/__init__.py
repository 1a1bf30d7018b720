"""Step 3, Auswertung: evidence marked in answers, and the register of offerings."""
