"""A disk that fails on purpose: the calls to the file system below one folder, seen and disturbed one at a time.

Inside `with Watch(folder)` whatever this process does below the folder goes through `around`: the functions of `os`,
and with them `Path`, `shutil` and `open`, which is Python's own `_pyio` there, for it calls `os` at every step.
Linux only: what a descriptor stands for is read from /proc.
"""

import _pyio  # type: ignore[import-not-found]  # typeshed leaves it out
import builtins
import errno
import io
import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Self

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EMFILE)
MOST_CALLS = 5000

_CALLS = ("open", "stat", "lstat", "scandir", "listdir", "mkdir", "rmdir", "unlink", "remove", "rename", "replace")
_CALLS_OF_SHUTIL = ("chmod", "utime", "sendfile")
_CALLS_OF_A_DESCRIPTOR = ("read", "write", "fsync")
_READLINK = os.readlink

assert shutil.rmtree.avoids_symlink_attacks  # imported before any watch: it asks once whether os.open is the real one


class Watch(AbstractContextManager["Watch"]):
    """Sees every call below the folder; a subclass disturbs them. One at a time, in a process of one thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        self._originals: list[tuple[object, str, Callable[..., Any]]] = []

    def around(self, call: str, path: str, do: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG002  # what os gives
        """Make the call, or don't; `path` is what it is about."""
        return do()

    def taken(self, data: memoryview) -> memoryview:
        """Give what one os.write takes of the data."""
        return data

    def __enter__(self) -> Self:
        for name in (*_CALLS, *_CALLS_OF_SHUTIL, *_CALLS_OF_A_DESCRIPTOR):
            original = getattr(os, name)
            self._put(os, name, partial(self._call, name, self._write(original) if name == "write" else original))
        for module in (builtins, io):
            self._put(module, "open", partial(self._open, module.open))
        return self

    def __exit__(self, *_: object) -> None:
        while self._originals:
            setattr(*self._originals.pop())

    def _put(self, module: object, name: str, function: Callable[..., Any]) -> None:
        self._originals.append((module, name, getattr(module, name)))
        setattr(module, name, function)

    def _call(self, name: str, original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # as os
        path = _path_of(args[0] if args else ".", kwargs.get("dir_fd"))
        if not self._is_below(path):
            return original(*args, **kwargs)
        return self.around(name, path, partial(original, *args, **kwargs))

    def _open(self, original: Callable[..., Any], file: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # as io
        opener = _pyio.open if self._is_below(_path_of(file, None)) else original
        return opener(file, *args, **kwargs)

    def _write(self, original: Callable[..., int]) -> Callable[..., int]:
        return lambda descriptor, data: original(descriptor, self.taken(memoryview(data).cast("B")))

    def _is_below(self, path: str) -> bool:
        return path == self._folder or path.startswith(f"{self._folder}/")


class FaultFS(Watch):
    """Lets the call number `fail_at`, counted from 1, end with the error; unless `once`, those after it as well."""

    def __init__(self, folder: Path, fail_at: int, error: int, *, once: bool = True) -> None:
        super().__init__(folder)
        self._fail_at = fail_at
        self._error = error
        self._once = once
        self.calls = 0
        self.failed: list[str] = []

    @property
    def fired(self) -> bool:
        return bool(self.failed)

    def around(self, call: str, path: str, do: Callable[[], Any]) -> Any:  # noqa: ANN401  # what os gives
        self.calls += 1
        if self.calls == self._fail_at or (self.calls > self._fail_at and not self._once):
            self.failed.append(f"{errno.errorcode[self._error]} in call {self.calls}, {call} of {path}")
            raise OSError(self._error, os.strerror(self._error), path)
        return do()


class HalfWrites(Watch):
    """A disk that takes one half of whatever it is given; `calls` counts the writes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.calls = 0

    def taken(self, data: memoryview) -> memoryview:
        return data[: (len(data) + 1) // 2]

    def around(self, call: str, path: str, do: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG002  # what os gives
        self.calls += call == "write"
        return do()


class HalfThenFull(Watch):
    """A disk that becomes full in the middle of the write number `fail_at`, and has room again after one refusal."""

    def __init__(self, folder: Path, fail_at: int) -> None:
        super().__init__(folder)
        self._fail_at = fail_at
        self.calls = 0
        self.failed: list[str] = []

    @property
    def fired(self) -> bool:
        return bool(self.failed)

    def taken(self, data: memoryview) -> memoryview:
        return data[: (len(data) + 1) // 2] if self.calls == self._fail_at else data

    def around(self, call: str, path: str, do: Callable[[], Any]) -> Any:  # noqa: ANN401  # what os gives
        self.calls += call == "write"
        if call == "write" and self.calls == self._fail_at + 1:
            self.failed.append(f"ENOSPC after half of write {self._fail_at}, of {path}")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        return do()


@dataclass
class Tally:
    """How often something was tried, and what was found wrong with it, each as a sentence."""

    trials: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, failed: list[str], wrong: list[str]) -> None:
        self.trials += 1
        self.wrong += [f"{failed[0] if failed else 'undisturbed'}: {sentence}" for sentence in wrong]


def every_fault(
    folder: Path,
    operation: Callable[[], object],
    check: Callable[[], list[str]],
    *,
    arrange: Callable[[], object],
    handled: type[Exception] | tuple[()] = (),
    once: bool = True,
    errors: tuple[int, ...] = ERRORS,
) -> Tally:
    """Let each call below the folder fail in turn, with each error, until a pass needs no further call.

    `arrange` makes the same beginning for each trial and `check` says what is wrong after it, both undisturbed. Only
    what is `handled` may leave the operation.
    """
    tally = Tally()
    for error in errors:
        faults = partial(FaultFS, folder, error=error, once=once)
        _every_call(tally, faults, operation=operation, check=check, arrange=arrange, handled=handled)
    return tally


def every_full_disk(
    folder: Path,
    operation: Callable[[], object],
    check: Callable[[], list[str]],
    *,
    arrange: Callable[[], object],
    handled: type[Exception] | tuple[()] = (),
) -> Tally:
    """Let the disk become full in the middle of each write; otherwise as `every_fault`."""
    tally = Tally()
    faults = partial(HalfThenFull, folder)
    _every_call(tally, faults, operation=operation, check=check, arrange=arrange, handled=handled)
    return tally


def _every_call(
    tally: Tally,
    faults: Callable[..., FaultFS | HalfThenFull],
    *,
    operation: Callable[[], object],
    check: Callable[[], list[str]],
    arrange: Callable[[], object],
    handled: type[Exception] | tuple[()],
) -> None:
    for fail_at in count(1):
        assert fail_at < MOST_CALLS, "it makes more and more calls"
        arrange()
        with faults(fail_at=fail_at) as fault:
            left = _leaves(operation, handled)
        tally.add(fault.failed, left + check())
        if not fault.fired:
            break


def _leaves(operation: Callable[[], object], handled: type[Exception] | tuple[()]) -> list[str]:
    try:
        operation()
    except handled:
        return []
    except Exception as error:  # noqa: BLE001  # whatever it is, it should not have left
        return [f"{type(error).__name__} leaves: {error}"]
    return []


def _path_of(target: Any, folder: int | None) -> str:  # noqa: ANN401  # whatever os takes
    """Give the absolute path of a path or a descriptor; "" for what is in no folder, such as a pipe."""
    if isinstance(target, int):
        return _path_of_descriptor(target)
    path: str = os.fsdecode(target)
    return os.path.abspath(path if folder is None else f"{_path_of_descriptor(folder)}/{path}")  # noqa: PTH100  # no links


def _path_of_descriptor(descriptor: int) -> str:
    try:
        return _READLINK(f"/proc/self/fd/{descriptor}")
    except OSError:  # closed: the real call tells
        return ""
