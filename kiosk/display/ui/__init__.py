"""QtWidgets: each shows its share of the Page and announces what was touched."""
