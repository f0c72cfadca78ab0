"""Which keys, touches and gestures of a visitor pass; all that is not allowed is eaten."""
