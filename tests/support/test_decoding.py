import pytest

from kiosk.support.decoding import decoded

TEXT = "Zo\u00eb M\u00fcller\r\n\u201cB\u00fcro\u201d"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_as_the_editor_wrote_it(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_each_line_of_a_log_is_read_by_itself() -> None:
    assert decoded("Zo\u00eb\n".encode() + "B\u00fcro".encode("cp1252")) == "Zo\u00eb\nB\u00fcro"


def test_a_line_that_a_power_cut_tore_stays_what_it_was() -> None:
    assert decoded("Zo\u00eb M\u00fc".encode()[:-1]) == "Zo\u00eb M\ufffd"


def test_letters_of_no_encoding_spoil_no_others() -> None:
    assert decoded(b"\x81 Ann \xff\nZo\xe9\n") == "\ufffd Ann \xff\nZo\xe9\n"
