"""What visitors can see, as frozen values, and the folder that holds them. Standard library and msgspec only."""
