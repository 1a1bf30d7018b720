"""Step 2, Bestandsaufnahme: interviews, their answers, their minutes and the release of these."""
