"""Write licences/ and sbom.cdx.json into the built program, or say what has no licence and fail.

    python packaging/licences/gather.py --venv BUILD/environment --dist dist/kiosk

The Python must be that of the environment. The version comes from KIOSK_VERSION, the time from SOURCE_DATE_EPOCH.
"""

import argparse
import os
import platform
import sys
from pathlib import Path

from built_tree import read_tree
from debian_packages import package_of
from known import read_known
from notices import write_notices
from owners import Sources, parts_of
from parts import Text
from python_packages import packages_in
from sbom import write_sbom


def main() -> int:
    arguments = _arguments()
    tree = read_tree(arguments.dist)
    sources = Sources(
        read_known(), packages_in(arguments.venv), package_of, platform.python_version(), texts_of_python()
    )
    parts, problems = parts_of(tree, sources)
    if problems:
        sys.stderr.writelines(f"{problem}\n" for problem in sorted(set(map(str, problems))))
        return 1
    write_notices(parts, tree.folder / "licences")
    write_sbom(tree, parts, os.environ.get("KIOSK_VERSION", ""), int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    return 0


def texts_of_python() -> tuple[Text, ...]:
    """Give the text that comes with this Python: beside its library, or on Windows beside its executable."""
    places = (Path(os.__file__).parent / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    return tuple(Text("python/LICENSE.txt", place.read_bytes()) for place in places if place.is_file())[:1]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, required=True, help="the environment that the program was frozen from")
    parser.add_argument("--dist", type=Path, required=True, help="the folder of the built program")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
