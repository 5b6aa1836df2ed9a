"""Files, folders, zip files and standard input become source texts, or a line that says why not."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from shlex import quote

from kamergraaf.errors import BadLetter, OtherPaper
from kamergraaf.source import LIMITS, Limits, SourceFile
from kamergraaf.text.clean import cleaned
from kamergraaf.text.language import other_language
from kamergraaf.text.papers import other_paper
from kamergraaf.text.readers import REFUSED, SUFFIXES, Budget, Unreadable, archive, read

STANDARD_INPUT = "-"
ZIP = ".zip"
Found = tuple[str, bytes, str] | BadLetter
"""Name and bytes of a file, and how it is named in a command."""

# What stands beside letters in a directory and tells about them.
_ABOUT = ("readme", "license", "licence", "changelog", "contributing")
_LETTERS = (*SUFFIXES, *REFUSED)
_KINDS = ".txt, .md, .html, .xml, .docx, .pdf or .zip"


def sources(
    paths: Sequence[Path | str],
    limits: Limits = LIMITS,
) -> Iterator[SourceFile | BadLetter]:
    """Yield each letter under these files, folders and zip files, ``-`` for standard input.

    Folders are read with all below them, and zip files with all in them, in the order of the names;
    a README beside the letters is no letter.  A file that cannot be read as a Dutch letter is
    yielded as a ``BadLetter`` that says why and what to do, and the rest goes on.  A file reached
    twice is read once.
    """
    seen: set[str] = set()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            data = sys.stdin.buffer.read(limits.megabytes * archive.MEGABYTE + 1)
            yield checked(STANDARD_INPUT, data, "letter.txt", limits)
            continue
        for found, name in _files(Path(path)):
            if isinstance(found, BadLetter):
                yield found
                continue
            real = os.path.realpath(found)
            if real in seen:
                continue
            seen.add(real)
            for each in _read(found, name, limits):
                yield each if isinstance(each, BadLetter) else checked(*each, limits)


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
        yield BadLetter(path.name or str(path), f"no letters in it; letters end in {_KINDS}"), ""


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
        elif _is_letter(name) or path.suffix.lower() == ZIP:
            yield path, shown


def _is_letter(name: str) -> bool:
    path = PurePosixPath(name)
    about = path.name.lower().startswith((*_ABOUT, "."))
    return path.suffix.lower() in _LETTERS and not about


def _read(path: Path, name: str, limits: Limits) -> Iterator[Found]:
    """Yield the file, or the files in it when it is a zip file."""
    suffix = path.suffix.lower()
    if suffix not in (*SUFFIXES, ZIP) and path.exists():
        reason = REFUSED.get(suffix, f"not a letter that is read; give a {_KINDS} file")
        yield BadLetter(name, reason)
        return
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield BadLetter(name, "not a regular file; pipe it in and name it -")
        elif suffix == ZIP:
            yield from _packed(path, name, limits)
        else:
            yield name, _whole(path, limits), quote(str(path))
    except Unreadable as error:
        yield BadLetter(name, error.reason)
    except FileNotFoundError:
        yield BadLetter(name, "does not exist; check the name")
    except PermissionError:
        reason = "no permission to read it; allow it first"
        yield BadLetter(name, reason, f"chmod +r {quote(str(path))}")
    except OSError as error:
        yield BadLetter(name, f"cannot be opened ({error.strerror}); remove or repair it")


def _whole(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file that nobody writes to meanwhile."""
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        data = file.read(limits.megabytes * archive.MEGABYTE + 1)
        after = os.fstat(file.fileno())
    unread = len(data) != after.st_size and len(data) <= limits.megabytes * archive.MEGABYTE
    if unread or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("changed while it was read; read it again when it is complete")
    return data


def _packed(path: Path, name: str, limits: Limits) -> Iterator[Found]:
    count, total = 0, 0
    with path.open("rb") as file, archive.opened(file) as packed:
        for member, info in archive.members(packed, limits):
            member = member.replace("\\", "/")
            shown = f"{name}/{member}"
            if PurePosixPath(member).suffix.lower() == ZIP:
                yield BadLetter(shown, "a zip file in a zip file; unpack it first")
            if not _is_letter(member) or member.startswith("__MACOSX/"):
                continue
            count += 1
            try:
                data = archive.unpacked(packed, info, limits)
            except Unreadable as error:
                yield BadLetter(shown, error.reason)
                continue
            total += len(data)
            if total > limits.unpacked * archive.MEGABYTE:
                raise Unreadable(
                    f"more than {limits.unpacked} MB in it; raise --max-unpacked or unpack it first"
                )
            yield shown, data, "letter.txt"
    if not count:
        yield BadLetter(name, f"no letters in it; letters end in {_KINDS}")


def checked(name: str, data: bytes, path: str, limits: Limits) -> SourceFile | BadLetter:
    """Return the letter of these bytes, or why they are none; ``path`` is for commands to give."""
    if len(data) > limits.megabytes * archive.MEGABYTE:
        reason = f"larger than {limits.megabytes} MB; raise --max-megabytes or leave it out"
        return BadLetter(name, reason)
    try:
        content = read(name, data, Budget(limits))
    except Unreadable as error:
        return BadLetter(name, error.reason, error.command.replace("{path}", path))
    source = SourceFile(
        name,
        sha256(data).hexdigest(),
        content.text,
        content.form,
        content.parts,
        content.places,
        content.metadata,
    )
    clean = cleaned(source)
    text = clean.text
    if not any(char.isalpha() for char in text):
        return BadLetter(name, "no words in it; put the text of the letter in it or leave it out")
    if paper := other_paper(clean, source.metadata):
        return OtherPaper(name, paper.kind, paper.name)
    if language := other_language(text):
        return BadLetter(
            name, f"not Dutch but {language}; only Dutch letters are read, leave it out"
        )
    return source
