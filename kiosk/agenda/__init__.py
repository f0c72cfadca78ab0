"""What the screen will show on the days to come, and why: for staff, from an edition. Pure."""
