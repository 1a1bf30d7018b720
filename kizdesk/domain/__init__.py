"""Hold the field's concepts as frozen dataclasses and its rules as pure functions; standard library only."""
