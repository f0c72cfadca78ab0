"""Staff's and the administrator's TOML: text to typed values, or Problems with line, column and cure."""
