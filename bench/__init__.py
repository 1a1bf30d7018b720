"""Measure the speeds that are promised, each beside what a user would take instead."""
