"""Pure: from an edition, a moment and the visitor's choices to the Page that the widgets show."""
