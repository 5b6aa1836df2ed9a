"""Files, directories and standard input become source texts; what cannot be read is told in a line."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from shlex import quote

from kamergraaf.errors import BadLetter
from kamergraaf.model import SourceFile
from kamergraaf.text.clean import clean
from kamergraaf.text.language import other_language

LARGEST = 5_000_000
"""The largest file that is read, in bytes; a letter of a hundred pages has a tenth of that."""
SUFFIXES = (".txt", ".md")
STANDARD_INPUT = "-"

# What stands beside letters in a directory and tells about them.
_ABOUT = ("readme", "license", "licence", "changelog", "contributing")
_KNOWN = {
    b"%PDF": ("a PDF; convert it first", "pdftotext -layout {path}"),
    b"PK\x03\x04": ("a Word document or zip archive; save it as plain text (.txt) first", ""),
    b"\xd0\xcf\x11\xe0": ("an old Word document; save it as plain text (.txt) first", ""),
    b"{\\rtf": ("an RTF document; save it as plain text (.txt) first", ""),
    b"\xff\xfe": ("UTF-16; convert it to UTF-8 first", "iconv -f UTF-16 -t UTF-8 {path}"),
    b"\xfe\xff": ("UTF-16; convert it to UTF-8 first", "iconv -f UTF-16 -t UTF-8 {path}"),
}


def sources(paths: Sequence[Path | str]) -> Iterator[SourceFile | BadLetter]:
    """Yield each letter under these files and directories, ``-`` for standard input.

    Directories are read with all below them, in the order of the names, ``.txt`` and ``.md`` files
    only; a README beside the letters is no letter.  A file that cannot be read as a Dutch letter is
    yielded as a ``BadLetter`` that says why and what to do, and the rest goes on.  A file reached
    twice is read once.
    """
    seen: set[str] = set()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield _checked(STANDARD_INPUT, sys.stdin.buffer.read(LARGEST + 1))
            continue
        path = Path(path)
        for found, name in _files(path):
            if isinstance(found, BadLetter):
                yield found
                continue
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield _read(found, name)


def _files(path: Path) -> Iterator[tuple[Path | BadLetter, str]]:
    """Yield the files to read with their names; a named file is read whatever it is called."""
    if not path.is_dir():
        yield path, path.name
        return
    count = 0
    for found, name in _below(path, "", (os.path.realpath(path),)):
        count += 1
        yield found, name
    if not count:
        reason = f"no letters in it; letters end in {' or '.join(SUFFIXES)}"
        yield BadLetter(path.name or str(path), reason), ""


def _below(
    folder: Path, prefix: str, above: tuple[str, ...]
) -> Iterator[tuple[Path | BadLetter, str]]:
    try:
        names = sorted(entry for entry in os.listdir(folder) if not entry.startswith("."))
    except OSError as error:
        shown = prefix.rstrip("/") or folder.name or str(folder)
        reason = f"cannot be opened ({error.strerror}); allow reading it first"
        yield BadLetter(shown, reason, f"chmod +rx {quote(str(folder))}"), ""
        return
    for name in names:
        path, shown = folder / name, f"{prefix}{name}"
        if path.is_dir():
            real = os.path.realpath(path)
            if real in above:
                reason = "a symbolic link to a directory that holds it; remove the link"
                yield BadLetter(shown, reason), shown
            else:
                yield from _below(path, f"{shown}/", (*above, real))
        elif path.suffix.lower() in SUFFIXES and not name.lower().startswith(_ABOUT):
            yield path, shown


def _read(path: Path, name: str) -> SourceFile | BadLetter:
    if path.suffix.lower() not in SUFFIXES and path.exists():
        return BadLetter(name, f"not a letter in text form; give a {' or '.join(SUFFIXES)} file")
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return BadLetter(name, "not a regular file; pipe it in and name it -")
        if status.st_size > LARGEST:
            return _too_large(name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return BadLetter(name, "does not exist; check the name")
    except PermissionError:
        reason = "no permission to read it; allow it first"
        return BadLetter(name, reason, f"chmod +r {quote(str(path))}")
    except OSError as error:
        return BadLetter(name, f"cannot be opened ({error.strerror}); remove or repair it")
    return _checked(name, data, quote(str(path)))


def _checked(name: str, data: bytes, path: str = "letter.txt") -> SourceFile | BadLetter:
    """Return the letter of these bytes, or why they are none; ``path`` is for commands to give."""
    if len(data) > LARGEST:
        return _too_large(name)
    if not data.strip():
        return BadLetter(name, "empty; put the text of the letter in it or leave it out")
    for start, (reason, command) in _KNOWN.items():
        if data.startswith(start):
            return BadLetter(name, reason, command.format(path=path))
    if b"\0" in data:
        return BadLetter(name, "binary, not text; save the letter as plain text (UTF-8) first")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        reason = f"not UTF-8 at byte {offset} (0x{data[offset]:02x}); convert it first"
        return BadLetter(name, reason, f"iconv -f WINDOWS-1252 -t UTF-8 {path}")
    cleaned = clean(text).text
    if not any(char.isalpha() for char in cleaned):
        return BadLetter(name, "no words in it; put the text of the letter in it or leave it out")
    if language := other_language(cleaned):
        return BadLetter(
            name, f"not Dutch but {language}; only Dutch letters are read, leave it out"
        )
    return SourceFile(name, sha256(data).hexdigest(), text)


def _too_large(name: str) -> BadLetter:
    limit = f"{LARGEST / 1e6:.0f} MB"
    return BadLetter(name, f"larger than {limit}; give one letter a file, as text")
