"""Web pages: the article in them, and what is no article."""
