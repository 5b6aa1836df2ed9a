"""The lines of a PDF page in reading order, laid out as plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kamergraaf.text.readers.pdf_lines import Piece

_WIDE = 0.4
"""A line this wide, as a part of the widest, may be one of running text."""
_BLANK = 1.28
_NARROW = 0.5
"""How wide a letter is on the average, in font sizes."""
_MOST_SPACES = 200
_SMALLER = 0.93
_LABEL = re.compile(r"\d{1,3}[.):]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page as plain text, with what stands on it and where."""

    text: str
    pieces: tuple[str, ...] = ()
    y: float = 0
    beside: bool = False
    """It stands in the margin."""


BLANK = Line("")


@dataclass(slots=True)
class Body:
    """Where the running text stands on the pages so far."""

    left: float = 0
    right: float = 0
    size: float = 0
    leading: float = 0
    """From line to line, in points."""

    def learn(self, pieces: Sequence[Piece]) -> None:
        """Take the place of the running text from a page that has enough of it."""
        widest = max((one.right - one.left for one in pieces), default=0)
        wide = [one for one in pieces if one.right - one.left > _WIDE * widest]
        wide = [one for one in wide if len(one.text) > 40]
        if len(wide) < (3 if self.size else 1):
            return
        self.size = median(one.size for one in wide)
        wide = [one for one in wide if one.size > 0.9 * self.size]
        self.left = min(one.left for one in wide)
        self.right = max(one.right for one in wide)
        steps = [b.y - a.y for a, b in pairwise(wide)]
        steps = sorted(step for step in steps if 0.9 * self.size < step < 2.2 * self.size)
        if steps:
            self.leading = steps[len(steps) // 3]


@dataclass(slots=True)
class Row:
    """What stands on one line of a page."""

    pieces: list[Piece]
    y: float
    size: float

    @property
    def width(self) -> float:
        """From its first to its last word."""
        return self.pieces[-1].right - self.pieces[0].left


def lines(pieces: Sequence[Piece], body: Body) -> list[Line]:
    """Return the lines of a page, blank ones where room is left; what stands in the margin first.

    Gaps between columns are three spaces or more; the numbers of footnotes at the foot are raised.
    """
    body.learn(pieces)
    beside = [one for one in pieces if body.size and one.left > body.right + 0.3 * body.size]
    rows = _rows([one for one in pieces if one not in beside])
    _raise_labels(rows, body)
    margin = list(_laid_out(_rows(beside), body, True))
    return [*margin, *([BLANK] if margin else []), *_laid_out(rows, body, False)]


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    found: list[Row] = []
    for one in pieces:
        if found and found[-1].y == one.y:
            found[-1].pieces.append(one)
            found[-1].size = max(found[-1].size, one.size)
        else:
            found.append(Row([one], one.y, one.size))
    return found


def _laid_out(rows: Sequence[Row], body: Body, beside: bool) -> Iterator[Line]:
    left = min((row.pieces[0].left for row in rows), default=0)
    step = _NARROW * (body.size or (rows[0].size if rows else 1)) or 1
    above: Row | None = None
    for row in rows:
        if above and (_is_apart(above, row, body) or _is_heading(above, row)):
            yield BLANK
        line = ""
        for one in row.pieces:
            column = min(round((one.left - left) / step), _MOST_SPACES)
            if line:
                line = line.ljust(max(len(line) + 3, column))
            elif column > 1:
                line = " " * column
            line += one.text
        yield Line(line, tuple(one.text for one in row.pieces), row.y, beside)
        above = row


def _is_apart(above: Row, row: Row, body: Body) -> bool:
    usual = body.leading / body.size if body.leading else 1.2
    return row.y - above.y > _BLANK * max(above.size, row.size) * max(usual, 1.05)


def _is_heading(above: Row, row: Row) -> bool:
    """Tell whether a heading ends or starts between two lines: only one of them is all bold."""
    if len(above.pieces) > 1 or len(row.pieces) > 1:
        return False
    return above.pieces[0].bold != row.pieces[0].bold


def _raise_labels(rows: Sequence[Row], body: Body) -> None:
    """Mark the numbers of footnotes: in small type, below all running text of the page."""
    for row in reversed(rows):
        if row.size > _SMALLER * body.size:
            if row.width > _WIDE * (body.right - body.left):
                return
            continue
        first = row.pieces[0].words
        number = first[0].text
        if not _LABEL.fullmatch(number) or (len(first) == 1) == (len(row.pieces) == 1):
            continue
        if len(row.pieces) < 3:
            first[0].raised = True
            first[0].text = number.rstrip(".):")
            if len(row.pieces) == 2 and len(first) == 1:
                row.pieces = [Piece([*first, *row.pieces[1].words], row.y, row.size)]
