"""One visit to a source in the world: what it has is fetched, read, tried and kept."""
