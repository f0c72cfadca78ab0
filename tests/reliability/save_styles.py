"""The twelve ways in which programs save a file: each leaves `text` in it, or raises."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PIECES = 6


def in_place(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def write_and_rename(file: Path, text: str) -> None:
    new = file.with_suffix(".tmp")
    new.write_text(text, "utf-8")
    new.replace(file)


def backup_and_rename(file: Path, text: str) -> None:
    """Save as vim does: the old file becomes the backup, a new one is written, the backup goes."""
    backup = file.with_name(file.name + "~")
    file.replace(backup)
    file.write_text(text, "utf-8")
    backup.unlink()


def delete_and_create(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text, "utf-8")


def copy(file: Path, text: str) -> None:
    subprocess.run(["cp", _beside(file, text), file], check=True)


def move(file: Path, text: str) -> None:
    subprocess.run(["mv", _beside(file, text), file], check=True)


def stream_edit(file: Path, text: str) -> None:
    """Change the line of the panel's colour by `sed -i`, having put the file's other lines in order first."""
    wanted = next(line for line in text.splitlines() if line.startswith("panel = "))
    if "\npanel = " not in file.read_text("utf-8"):
        file.write_text(text, "utf-8")
        return
    subprocess.run(["sed", "-i", f"s/^panel = .*/{wanted}/", file], check=True)


def git_checkout(file: Path, text: str) -> None:
    """Commit it on another branch, go back, and check that branch out."""
    tree = file.parent

    def git(*order: str) -> None:
        identity = ["-c", "user.name=staff", "-c", "user.email=staff@example.org"]
        subprocess.run(["git", *identity, *order], cwd=tree, check=True, capture_output=True)

    if not (tree / ".git").exists():
        git("init", "--quiet")
        git("add", file.name)
        git("commit", "--quiet", "-m", "start")
    blob = (
        subprocess.run(
            ["git", "hash-object", "-w", "--stdin"], cwd=tree, input=text.encode(), check=True, capture_output=True
        )
        .stdout.decode()
        .strip()
    )
    git("update-index", "--add", "--cacheinfo", f"100644,{blob},{file.name}")
    git("commit", "--quiet", "-m", "another")
    git("checkout", "--force", "HEAD", "--", file.name)


def truncate_then_pieces(file: Path, text: str) -> None:
    """Empty it, then write it in pieces a tenth of a second apart, as over a slow network."""
    size = len(text) // PIECES + 1
    with file.open("w", encoding="utf-8") as opened:
        for start in range(0, len(text), size):
            opened.write(text[start : start + size])
            opened.flush()
            time.sleep(0.1)


def symlink_swap(file: Path, text: str) -> None:
    """Let the name lead to another file, at once."""
    target = file.with_name(f"contact-{time.time_ns()}.toml")
    target.write_text(text, "utf-8")
    link = file.with_name("link.tmp")
    link.symlink_to(target.name)
    link.replace(file)


def folder_away_and_back(file: Path, text: str) -> None:
    """Rename the folder, change the file there, and give the folder its name back."""
    folder = file.parent
    away = folder.rename(folder.with_name(folder.name + "-away"))
    (away / file.name).write_text(text, "utf-8")
    away.rename(folder)


def same_size_old_time(file: Path, text: str) -> None:
    """Write as many bytes as before and set both times back, as some synchronising programs do."""
    before = file.stat()
    file.write_text(text, "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def folder_made_anew(file: Path, text: str) -> None:
    """Copy the whole folder, remove the old one, and put the copy in its place: M14's trap for watchers."""
    folder = file.parent
    copy_of = folder.with_name(folder.name + "-copy")
    shutil.copytree(folder, copy_of, symlinks=True)
    (copy_of / file.name).write_text(text, "utf-8")
    shutil.rmtree(folder)
    copy_of.rename(folder)


STYLES: dict[str, Callable[[Path, str], None]] = {
    style.__name__.replace("_", " "): style
    for style in (
        in_place,
        write_and_rename,
        backup_and_rename,
        delete_and_create,
        copy,
        move,
        stream_edit,
        git_checkout,
        truncate_then_pieces,
        symlink_swap,
        folder_away_and_back,
        same_size_old_time,
        folder_made_anew,
    )
}


def _beside(file: Path, text: str) -> Path:
    new = file.with_name("new.toml")
    new.write_text(text, "utf-8")
    return new
