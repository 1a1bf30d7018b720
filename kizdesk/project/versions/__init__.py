"""Freeze versions of the concept, list them, and tell what they differ in and lack."""
