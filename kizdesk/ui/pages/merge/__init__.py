"""The page that takes interviews over from another copy of the project, such as that of a second laptop."""
