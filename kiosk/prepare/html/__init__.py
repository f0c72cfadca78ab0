"""HTML that others wrote, as blocks of our model."""
