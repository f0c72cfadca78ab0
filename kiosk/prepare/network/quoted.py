"""What strangers wrote, where a sentence of ours must repeat it."""


def quoted(text: str, most: int = 80) -> str:
    """Keep its beginning, with a question mark for whatever is not plain ASCII."""
    return "".join(character if " " <= character <= "~" else "?" for character in text[:most])
