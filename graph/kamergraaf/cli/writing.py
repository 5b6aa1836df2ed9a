"""Where results go: standard output, or a file that appears when it is complete."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from kamergraaf.errors import KamergraafError

OUT_FILE = click.Path(dir_okay=False, path_type=Path)
out_option = click.option(
    "--out", metavar="FILE", type=OUT_FILE, help="Write to FILE instead of standard output."
)


@contextmanager
def output(out: Path | None) -> Iterator[Callable[[bytes], None]]:
    """Yield a function that writes: to standard output, or to a file that appears when complete.

    Raises ``KamergraafError`` when it cannot be written.
    """
    if out is None:
        yield lambda data: _put(data, sys.stdout.buffer, "standard output")
        return
    # Renaming onto a link or a device would replace it.
    target = Path(os.path.realpath(out))
    if target.exists() and not target.is_file():
        raise KamergraafError(f"{out}: not a regular file; choose another --out")
    new = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = new.open("wb")
    except OSError as error:
        raise _unwritable(str(out), error) from error
    try:
        with file:
            yield lambda data: _put(data, file, str(out))
        try:
            os.replace(new, target)
        except OSError as error:
            raise _unwritable(str(out), error) from error
    finally:
        new.unlink(missing_ok=True)


def _put(data: bytes, stream: BinaryIO, name: str) -> None:
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(name, error) from error


def _unwritable(name: str, error: OSError) -> KamergraafError:
    return KamergraafError(f"{name}: {error.strerror or error}; make room or choose another --out")
