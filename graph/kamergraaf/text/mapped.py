"""Text that knows where each of its characters stands in the source."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kamergraaf.model import Piece

Edit = tuple[int, int, str]
"""Replace ``[start, end)`` by a text; a list of edits is ordered and does not overlap."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text with the source range ``[starts[i], ends[i])`` of each character."""

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, source: str, at: int = 0) -> Mapped:
        """Return the source text from ``at`` on, each character standing for itself."""
        stop = at + len(source)
        return cls(source, array("I", range(at, stop)), array("I", range(at + 1, stop + 1)))

    @classmethod
    def inserted(cls, text: str, start: int, end: int) -> Mapped:
        """Return ``text`` standing for the source range ``[start, end)`` as a whole."""
        size = len(text)
        return cls(text, array("I", [start]) * size, array("I", [end]) * size)

    @classmethod
    def joined(cls, parts: Iterable[Mapped]) -> Mapped:
        """Return the parts one after another."""
        texts: list[str] = []
        starts, ends = array("I"), array("I")
        for part in parts:
            texts.append(part.text)
            starts += part.starts
            ends += part.ends
        return cls("".join(texts), starts, ends)

    def part(self, start: int, end: int) -> Mapped:
        """Return the characters ``[start, end)``."""
        return Mapped(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source range of ``[start, end)``; an empty stretch has an empty range."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        if start < len(self.text):
            return self.starts[start], self.starts[start]
        last = self.ends[-1] if self.ends else 0
        return last, last

    def edit(self, edits: Iterable[Edit]) -> Mapped:
        """Return the text with these edits; a text of equal length replaces letter for letter."""
        parts: list[Mapped] = []
        at = 0
        for start, end, new in edits:
            parts.append(self.part(at, start))
            if len(new) == end - start:
                parts.append(Mapped(new, self.starts[start:end], self.ends[start:end]))
            elif new:
                parts.append(Mapped.inserted(new, *self.source(start, end)))
            at = end
        if not parts:
            return self
        parts.append(self.part(at, len(self.text)))
        return Mapped.joined(parts)

    def composed(self) -> Mapped:
        """Return the text in Unicode normal form C."""
        if unicodedata.is_normalized("NFC", self.text):
            return self
        return self.edit(_compositions(self.text))

    def pieces(self) -> tuple[Piece, ...]:
        """Return the way back as runs that stand in the source unbroken or by one substitution."""
        found: list[Piece] = []
        at, size = 0, len(self.text)
        starts, ends = self.starts, self.ends
        while at < size:
            start, end = starts[at], ends[at]
            stop = at + 1
            if end - start == 1:
                while stop < size and starts[stop] - start == stop - at == ends[stop] - end:
                    stop += 1
            if stop == at + 1:
                while stop < size and starts[stop] == start and ends[stop] == end:
                    stop += 1
            found.append(Piece(at, start, ends[stop - 1]))
            at = stop
        if found and size - found[-1].start != found[-1].source_end - found[-1].source_start:
            # A piece ends where the next one starts: an empty one tells where a substitution ends.
            found.append(Piece(size, found[-1].source_end, found[-1].source_end))
        return tuple(found)


def _compositions(text: str) -> Iterable[Edit]:
    # No character below U+0300 composes with one before it, so each of them starts a stretch that
    # can be normalised on its own.
    start, size = 0, len(text)
    for at in range(1, size + 1):
        if at < size and text[at] >= "\u0300":
            continue
        stretch = text[start:at]
        if at - start > 1 or stretch >= "\u0300":
            composed = unicodedata.normalize("NFC", stretch)
            if composed != stretch:
                yield start, at, composed
        start = at


def source_span(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int]:
    """Return where the clean text ``[start, end)`` stands in the source, as ``[start, end)`` there.

    The range covers whatever stands between in the source, a page header for instance.
    """
    first = bisect_right(pieces, start, key=lambda piece: piece.start) - 1
    last = bisect_right(pieces, max(start, end - 1), key=lambda piece: piece.start) - 1
    if first < 0:
        return 0, 0
    low, _ = _within(pieces, first, start)
    _, high = _within(pieces, last, max(start, end - 1))
    return min(low, high), max(low, high)


def _within(pieces: Sequence[Piece], number: int, offset: int) -> tuple[int, int]:
    piece = pieces[number]
    span = piece.source_end - piece.source_start
    length = pieces[number + 1].start - piece.start if number + 1 < len(pieces) else span
    if length != span or offset - piece.start >= span:
        return piece.source_start, piece.source_end
    at = piece.source_start + offset - piece.start
    return at, at + 1
