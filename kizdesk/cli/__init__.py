"""Offer the program without a screen: commands for people in German, `--json` for machines."""
