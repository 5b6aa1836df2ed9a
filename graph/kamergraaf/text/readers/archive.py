"""Zip files, opened without trust: no file leaves them, and none is larger than it may be."""

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from kamergraaf.source import Limits
from kamergraaf.text.readers.content import Unreadable

MEGABYTE = 1_000_000
RATIO = 200
"""So many times larger than packed is no text: deflate packs letters to a third or a fifth."""
_SMALL = MEGABYTE
_CHUNK = 65_536
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, ValueError, RuntimeError)


def opened(file: BinaryIO) -> zipfile.ZipFile:
    """Return the archive.  Raises ``Unreadable`` for one that is damaged."""
    try:
        return zipfile.ZipFile(file)
    except (*_BROKEN, NotImplementedError) as error:
        raise Unreadable("a damaged zip file; get it again") from error


def members(archive: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Yield the files in an archive with their names, in the order of the names.

    Raises ``Unreadable`` when they are too many.
    """
    found = [info for info in archive.infolist() if not info.is_dir()]
    if len(found) > limits.files:
        raise Unreadable(
            f"more than {limits.files} files in it; raise --max-files or unpack what is needed"
        )
    yield from sorted(((info.filename, info) for info in found), key=lambda each: each[0])


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> bytes:
    """Return the bytes of a file in an archive, without ever writing it.

    Raises ``Unreadable`` for one that is encrypted, damaged, larger than allowed, or packed as only
    a zip bomb is, and for a name that leads out of the archive.
    """
    if reason := _refusal(info, limits):
        raise Unreadable(reason)
    largest = limits.megabytes * MEGABYTE
    data = bytearray()
    try:
        with archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                data += chunk
                if len(data) > largest:
                    raise Unreadable(_too_large(limits))
    except (*_BROKEN, NotImplementedError) as error:
        raise Unreadable("damaged in its zip file; get that again") from error
    except Exception as error:
        # zlib, lzma and bz2 have errors of their own.
        if type(error).__module__ in ("zlib", "_lzma", "lzma"):
            raise Unreadable("damaged in its zip file; get that again") from error
        raise
    return bytes(data)


def _refusal(info: zipfile.ZipInfo, limits: Limits) -> str:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or path.parts[:1] and ":" in path.parts[0]:
        return "a name that leads out of the zip file; pack it again under a plain name"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link in a zip file; pack the file itself"
    if info.flag_bits & 1:
        return "encrypted; unpack it with its password first"
    if info.file_size > limits.megabytes * MEGABYTE:
        return _too_large(limits)
    if info.file_size > max(_SMALL, RATIO * info.compress_size):
        return f"packed more than {RATIO} times, as only a zip bomb is; leave it out"
    return ""


def _too_large(limits: Limits) -> str:
    return f"larger than {limits.megabytes} MB; raise --max-megabytes or leave it out"
