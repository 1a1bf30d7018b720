"""Build our own Word template from readable tables; run ``python -m tools.word_template``."""
