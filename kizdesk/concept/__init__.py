"""Build the document tree from a snapshot, and compare and fingerprint trees; pure."""
