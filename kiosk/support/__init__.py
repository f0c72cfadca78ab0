"""What staff can send to whoever helps them: everything that explains a fault, and nothing that is theirs alone."""
