"""Hold the pages of the eight steps, one package per step."""
