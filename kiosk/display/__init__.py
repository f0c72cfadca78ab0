"""Showing an edition and attending to the visitor."""
