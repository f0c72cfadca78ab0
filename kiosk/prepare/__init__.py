"""Making an edition from staff's files; imports the libraries that the display must not pay for."""
