"""What staff may do at the screen: how their PIN is kept, and which PINs are too easy to guess."""
