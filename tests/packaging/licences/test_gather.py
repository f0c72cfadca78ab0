from gather import texts_of_python


def test_python_has_its_text_beside_itself() -> None:
    (text,) = texts_of_python()

    assert text.path == "python/LICENSE.txt"
    assert b"PYTHON SOFTWARE FOUNDATION LICENSE" in text.content
