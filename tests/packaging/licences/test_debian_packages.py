import shutil

import pytest
from debian_packages import COMMON, package_of, texts_of

on_debian = pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="asks the packages of a Debian")


@on_debian
def test_a_library_is_of_the_package_that_installed_it() -> None:
    package = package_of("libz.so.1")

    assert package is not None
    assert package.name == "zlib1g"
    assert package.purl == f"pkg:deb/debian/zlib1g@{package.version}?arch={package.architecture}"
    assert b"Jean-loup Gailly" in package.texts[0].content


@on_debian
def test_a_library_that_no_package_installed_is_of_none() -> None:
    assert package_of("libnowhere.so.1") is None


@pytest.mark.skipif(not COMMON.is_dir(), reason="reads the common licences of a Debian")
def test_the_common_licences_that_a_copyright_file_refers_to_come_along() -> None:
    told = b"See /usr/share/common-licenses/GPL-2. Parts: `/usr/share/common-licenses/LGPL-2.1', /usr/share/common-licenses/X."

    texts = texts_of("libfoo1", told)

    assert [text.path for text in texts] == ["libfoo1/copyright", "common-licenses/GPL-2", "common-licenses/LGPL-2.1"]
    assert b"GNU GENERAL PUBLIC LICENSE" in texts[1].content
