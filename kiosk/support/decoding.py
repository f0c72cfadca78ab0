"""Text of whatever encoding: that of the kiosk, of Windows' Notepad, or of an editor older than both. Pure."""

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UTF_8_MARK = b"\xef\xbb\xbf"


def decoded(content: bytes) -> str:
    """Read each line as what it is, for a log may hold the words of several programs."""
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    *whole, last = content.removeprefix(UTF_8_MARK).split(b"\n")
    return "\n".join([*map(_line, whole), _last_line(last)])


def _last_line(line: bytes) -> str:
    """Read what a power cut, or the most that is read, may have torn within a letter."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        is_torn = error.end == len(line) and error.reason == "unexpected end of data"
        return line.decode("utf-8", errors="replace") if is_torn else _line(line)


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
