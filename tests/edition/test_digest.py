import hashlib
import subprocess
import sys
from io import BytesIO

import pytest

from kiosk.edition.digest import PIECE_BYTES, sha256, sha256_of_file

SIZES = (0, 1, PIECE_BYTES - 1, PIECE_BYTES, 3 * PIECE_BYTES + 1)
LACKS_OPENSSL = "import sys; import kiosk.commands.keep; sys.exit('_hashlib' in sys.modules)"


@pytest.mark.parametrize("size", SIZES)
def test_it_is_what_everybody_else_takes_for_it(size: int) -> None:
    content = b"k" * size

    assert sha256(content) == sha256_of_file(BytesIO(content)) == hashlib.sha256(content).hexdigest()


def test_the_parent_does_without_openssl() -> None:
    assert subprocess.run([sys.executable, "-c", LACKS_OPENSSL], check=False).returncode == 0
