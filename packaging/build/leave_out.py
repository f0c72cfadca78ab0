"""What PyInstaller would put into the program and the kiosk does not use: each with why, and what leaving it out saves.

Sizes are those on the disk, on Linux. Names are those of the collected files, below the folder of the program.
"""

import sys
from fnmatch import fnmatch
from pathlib import PurePath

MODULES = (
    # name: what pulls it in
    "asyncio",  # importlib.metadata's users and concurrent: 0.3 MB
    "babel.dates",  # babel itself: how dates look, which trafilatura never asks: 0.2 MB
    "bz2",  # zipfile and shutil, which do without: 0.1 MB, and 2 ms of each start with lzma
    "cssselect",  # lxml, to find elements as style sheets do: readability would, for short titles: 0.1 MB with the next
    "lxml.cssselect",
    "dateparser",  # htmldate, for the thorough search that prepare/web/dating.py does without: 3.1 MB with regex and pytz
    "distutils",  # sysconfig: 0.2 MB
    "dns",  # email-validator, to ask name servers: it is called without: 0.5 MB
    "lxml.html._difflib",  # lxml, to compare pages: 0.9 MB with the next
    "lxml.html.diff",
    "lxml.isoschematron",  # lxml, to judge XML: 0.2 MB
    "lxml.objectify",  # lxml, XML as objects: 2.9 MB
    "lzma",  # the same as bz2
    "multiprocessing",  # PyInstaller's own start-up hook: 0.2 MB
    "pydoc_data",  # pydoc: 0.1 MB
    "qtawesome",  # only its fonts and character maps are used, as files: 0.2 MB
    "qtpy",  # qtawesome: imports all of Qt
    "setuptools",  # pydantic's plugins: 1.1 MB
    "tkinter",
    "unittest",  # doctest: 0.1 MB
)

FILES = (
    "*/PySide6/*translations/*",  # Qt's own words, which the kiosk never shows: 6.1 MB
    "*/plugins/egldeviceintegrations/*",  # screens without X or Wayland: 0.4 MB, and 0.7 MB of libraries
    "*/plugins/generic/*",  # mice and touch screens without X or Wayland: 0.5 MB
    "*/plugins/iconengines/*",  # icons are fonts, and SVG is never read: 0.1 MB, and 0.7 MB of libQt6Svg
    "*/plugins/imageformats/*qicns*",  # only PNG, JPEG, GIF and WebP are read (prepare/picture_format.py): 1.0 MB
    "*/plugins/imageformats/*qico*",
    "*/plugins/imageformats/*qpdf*",
    "*/plugins/imageformats/*qsvg*",
    "*/plugins/imageformats/*qtga*",
    "*/plugins/imageformats/*qtiff*",
    "*/plugins/imageformats/*qwbmp*",
    "*/plugins/networkinformation/*",  # 0.2 MB
    "*/plugins/platforminputcontexts/*",  # visitors type nothing: 0.2 MB
    "*/plugins/platforms/*eglfs*",  # X and Wayland are what a lobby has: 1.2 MB with the five below
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*minimal*",
    "*/plugins/platforms/*vkkhrdisplay*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*directfb*",
    "*/plugins/platformthemes/*",  # the kiosk has its own look; GTK's brings 7.1 MB of libraries
    "*/plugins/tls/*",  # 0.5 MB, and 2.1 MB of libQt6Network
    "*/plugins/wayland-decoration-client/*adwaita*",  # needs libQt6Svg; the other frame remains
    "*/plugins/wayland-graphics-integration-client/*",  # the kiosk is drawn without a GPU: 0.4 MB
    "*/plugins/wayland-shell-integration/*ivi*",  # cars: 0.1 MB with the two below
    "*/plugins/wayland-shell-integration/*qt-shell*",
    "*/plugins/wayland-shell-integration/*wl-shell*",
    "*/plugins/xcbglintegrations/*",  # the kiosk is drawn without a GPU: 0.2 MB
    "*libQt6EglF*",
    "*libQt6OpenGL.*",  # 0.7 MB
    "*libQt6Network.*",
    "*libQt6Svg.*",
    "*Qt6Network.dll",
    "*Qt6OpenGL.dll",
    "*Qt6Svg.dll",
    "*opengl32sw.dll",  # a GPU in software: 20 MB
    "*/PySide6/QtDBus.*",  # 0.3 MB
    "*/PySide6/QtNetwork.*",  # 1.2 MB
    "*/babel/global.dat",  # how people write in each country, which trafilatura never asks: 33 MB with the next
    "*/babel/locale-data/*",
    "*/certifi/cacert.pem",  # certificates are the system's: 0.2 MB
    "*/kiosk/resources/locale/*.po*",  # the programs read the .mo beside them
    "*/kiosk/resources/fonts/README.md",
    "*/lib-dynload/readline.*",  # 0.4 MB with its library
    "*/tld/res/*_public_only.*",  # the same list as the other: 0.3 MB
    "*/trafilatura/data/*",  # to judge one kind of XML: 0.2 MB
    "*.dist-info/*",  # what pip writes down; the licences are in licences/: 0.4 MB
)

NEEDED = ("/trafilatura-*.dist-info/METADATA",)  # it looks up its own version, or cannot be imported

SYSTEM_LIBRARIES = (
    # What every system with a screen has, and its own packages keep safe: 9 MB. An older copy of these beside the
    # system's drivers and settings is a known cause of programs that do not start.
    "libX*.so*",
    "libatk*",
    "libblkid*",
    "libbrotli*",
    "libbsd*",
    "libcairo*",
    "libcap*",
    "libcom_err*",
    "libdatrie*",
    "libdbus-1*",
    "libexpat.so*",
    "libfontconfig*",
    "libfreetype*",
    "libfribidi*",
    "libgcc_s*",
    "libgcrypt*",
    "libgdk_pixbuf*",
    "libgio-2*",
    "libglib-2*",
    "libgmodule-2*",
    "libgobject-2*",
    "libgpg-error*",
    "libgraphite2*",
    "libgssapi*",
    "libgthread-2*",
    "libharfbuzz*",
    "libjpeg*",
    "libk5crypto*",
    "libkeyutils*",
    "libkrb5*",
    "liblz4*",
    "liblzma*",
    "libmd.so*",
    "libmount*",
    "libpango*",
    "libpcre2*",
    "libpixman*",
    "libpng16*",
    "libreadline*",
    "libselinux*",
    "libstdc++*",
    "libsystemd*",
    "libthai*",
    "libtinfo*",
    "libuuid*",
    "libwayland*",
    "libxcb-glx*",
    "libxcb-randr*",
    "libxcb-render.so*",
    "libxcb-shape*",
    "libxcb-shm*",
    "libxcb-sync*",
    "libxcb-xfixes*",
    "libxcb-xkb*",
    "libxkbcommon.so*",
    "libzstd*",
)


def is_left_out(name: str, system: str = sys.platform) -> bool:
    """Tell it of a collected file, by its name below the program's folder."""
    path = PurePath(name)
    is_library = system == "linux" and len(path.parts) == 1
    patterns = (*FILES, *SYSTEM_LIBRARIES) if is_library else FILES
    return _is_like(path, patterns) and not _is_like(path, NEEDED)


def _is_like(path: PurePath, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(f"/{path.as_posix()}", f"*{pattern}") for pattern in patterns)
