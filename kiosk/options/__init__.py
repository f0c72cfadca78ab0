"""What the commands may be told, a file for each group of them; what a command needs is imported when it is called."""
