"""Feeds of articles: RSS, Atom and JSON Feed, from bytes to the entries that may be shown."""
