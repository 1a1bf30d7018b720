"""Lay out a form and write it as PDF."""
