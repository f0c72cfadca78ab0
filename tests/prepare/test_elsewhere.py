from pathlib import Path

import pytest

from kiosk.prepare.elsewhere import elsewhere, name_in

OUTSIDE = "lies outside the folder of contact.toml"


@pytest.mark.parametrize("name", ["a.md", "articles/a.md", "articles/../a.md", "./a.md", "our news: may.md"])
@pytest.mark.parametrize("folder", [Path("staff"), Path()])
def test_a_file_of_the_folder_is_ours(folder: Path, name: str) -> None:
    assert elsewhere(folder / name, folder) is None


@pytest.mark.parametrize(
    ("name", "what", "own"),
    [
        pytest.param("../a.md", OUTSIDE, '"a.md"', id="above"),
        pytest.param("articles/../../staff2/a.md", OUTSIDE, '"a.md"', id="a folder whose name begins alike"),
        pytest.param("/etc/a.md", OUTSIDE, '"a.md"', id="a full path"),
        pytest.param("C:\\Users\\a.md", OUTSIDE, '"a.md"', id="a full path of Windows"),
        pytest.param("//server/share/a.md", OUTSIDE, '"a.md"', id="a share"),
        pytest.param("https://a.example/a", "is an address, not a file", "beside contact.toml", id="a web page"),
        pytest.param("file:///etc/a.md", "is an address, not a file", "beside contact.toml", id="a file address"),
    ],
)
@pytest.mark.parametrize("folder", [Path("staff"), Path()])
def test_a_file_from_elsewhere_is_to_be_copied(folder: Path, name: str, what: str, own: str) -> None:
    answer = elsewhere(folder / name, folder)

    assert answer is not None
    assert answer.what == what
    assert own in answer.cure


@pytest.mark.parametrize("name", ["a.md", "articles/a.md", "../a.md", "/etc/a.md", "https://a.example/a.md"])
@pytest.mark.parametrize("folder", [Path("staff"), Path()])
def test_a_file_is_named_as_staff_wrote_it(folder: Path, name: str) -> None:
    assert name_in(folder / name, folder) == name
