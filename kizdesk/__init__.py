"""Prepare a district's Integrationskonzept, from the first interview to the adopted paper."""

__version__ = "0.1.0"
