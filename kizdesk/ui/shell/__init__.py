"""Be the window around the pages: rail, header, tabs, foot, status, bars, palette, help and closing."""
