"""The way to the world and back, one question at a time: strict addresses, checked connections, limited answers."""
