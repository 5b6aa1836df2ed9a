"""A file as it was read: its text, its structure where it has one, and what it says of itself.

Offsets are half-open and count code points of ``SourceFile.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["txt", "md", "html", "xml", "docx", "pdf"]
PartKind = Literal["paragraph", "heading", "item", "row", "footnote", "running-head"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file is given up; each is an option of the commands that read."""

    megabytes: int = 50
    """Of one file as it lies on disk or in an archive, in units of 1 000 000 bytes."""
    pages: int = 1000
    """Of one PDF."""
    seconds: float = 120
    """For one file, from its bytes to its text."""
    files: int = 20_000
    """In one archive."""
    unpacked: int = 4000
    """Of all files of one archive together, in units of 1 000 000 bytes."""
    ocr: bool = False
    """Whether a scanned page of a PDF is read with Tesseract instead of given up."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Run:
    """Text that stands at ``[start, end)`` of ``SourceFile.text``, letter for letter when as long.

    White space in it counts as one space; a line break is a run ``\\n`` of its own.
    """

    text: str
    start: int
    end: int
    mark: bool = False
    """A raised number, likely to be the mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a file whose structure is known; only a row has several cells.

    A heading counts its level from 1; level 0 is a paragraph in bold, which may be a heading.
    """

    kind: PartKind
    cells: tuple[tuple[Run, ...], ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text from ``start`` on, up to the next place, stands in a file that is no text."""

    start: int
    page: int | None = None
    """Counted from 1."""
    element: str | None = None
    """The path of its element in a docx."""
    ocr: bool = False
    """Its page is a picture: the text was recognised, and can be wrong."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One input file as read: ``name`` is relative to the argument it was found under."""

    name: str
    sha256: str
    text: str
    """What offsets count in: the decoded file, or the text that was taken out of a pdf or docx."""
    form: Form = "txt"
    parts: tuple[Part, ...] | None = None
    """The paragraphs of html, xml and docx; None for lines laid out on a page."""
    places: tuple[Place, ...] = ()
    """In order of their starts; none where ``text`` is the file itself."""
    metadata: tuple[tuple[str, str], ...] = ()
    """Names and values of the fields that the file has about itself, as they stand."""
