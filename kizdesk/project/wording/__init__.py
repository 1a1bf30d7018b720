"""Word what a project holds: what things are called, and what a step did."""
