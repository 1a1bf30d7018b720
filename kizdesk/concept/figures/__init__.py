"""Draw the figures of the concept as SVG text."""
