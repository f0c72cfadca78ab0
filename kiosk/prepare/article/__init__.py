"""From staff's article files to `Article` values."""
