"""The lines of a PDF page in reading order, laid out as plain text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kamergraaf.text.layout import is_unfinished
from kamergraaf.text.readers.pdf_cells import unruled
from kamergraaf.text.readers.pdf_lines import Piece

_WIDE = 0.4
"""A line this wide, as a part of the widest, may be one of running text."""
_BLANK = 1.28
_NARROW = 0.5
"""How wide a letter is on the average, in font sizes."""
_MOST_SPACES = 200
_LISTED = ".;:"
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
        wide = [one for one in wide if len(one.text) > 40 and not one.row]
        if len(wide) < (3 if self.size else 1):
            return
        self.size = median(one.size for one in wide)
        wide = [one for one in wide if one.size > 0.9 * self.size]
        self.left = min(one.left for one in wide)
        self.right = max(one.right for one in wide)
        steps = [b.y - a.y for a, b in pairwise(wide)]
        counts = Counter(round(2 * step) for step in steps if 0.9 < step / self.size < 3.2)
        if counts:
            self.leading = max(counts, key=lambda step: (counts[step], -step)) / 2


@dataclass(slots=True)
class Row:
    """What stands on one line of a page."""

    pieces: list[Piece]
    y: float
    size: float
    ends: bool = False
    """A paragraph ends here: the next word would have fitted on the line."""
    note: bool = False
    """It goes on with the footnote above it."""

    @property
    def tabular(self) -> bool:
        """It is a row of a table with rules."""
        return bool(self.pieces[0].row)

    @property
    def width(self) -> float:
        """From its first to its last word."""
        return self.pieces[-1].right - self.pieces[0].left


def lines(pieces: Sequence[Piece], rows_of_tables: Sequence[Piece], body: Body) -> list[Line]:
    """Return the lines of a page, blank ones where room is left; what stands in the margin first.

    Gaps between columns are three spaces or more; the numbers of footnotes at the foot are raised.
    """
    body.learn(pieces)
    beside = [one for one in pieces if body.size and one.left > body.right + 0.3 * body.size]
    more, inside = unruled([one for one in pieces if one not in beside])
    rows = _rows(sorted([*inside, *more, *rows_of_tables], key=lambda one: one.y))
    _raise_labels(rows, body)
    margin = list(_laid_out(_rows(beside), body, True))
    _mark_ends(rows, body)
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
        apart = above and (above.ends or _is_apart(above, row, body) or _is_heading(above, row))
        if apart and not row.note:
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
    if above.tabular or row.tabular:
        return above.tabular != row.tabular
    usual = body.leading / body.size if body.leading else 1.2
    return row.y - above.y > _BLANK * max(above.size, row.size) * max(usual, 1.05)


def _is_heading(above: Row, row: Row) -> bool:
    """Tell whether a heading ends or starts between two lines: only one of them is all bold."""
    if len(above.pieces) > 1 or len(row.pieces) > 1 or above.tabular or row.tabular:
        return False
    return above.pieces[0].bold != row.pieces[0].bold


def _mark_ends(rows: Sequence[Row], body: Body) -> None:
    """Mark the last lines of paragraphs by the room that is left on them."""
    edges = _edges(rows, body)
    for row, following, edge in zip(rows, rows[1:], edges, strict=False):
        first = following.pieces[0].words[0]
        if len(row.pieces) > 1 or len(following.pieces) > 1 or row.tabular:
            continue
        text = row.pieces[0].text
        if first.text[:1].islower() and text[-1:] not in _LISTED:
            continue
        right = row.pieces[0].right + 0.25 * row.size + first.right - first.left
        row.ends = right < edge and not is_unfinished(text)


def _edges(rows: Sequence[Row], body: Body) -> list[float]:
    """Return where the lines end at most: nearer in running text that is set narrower."""
    edges: list[float] = []
    while len(edges) < len(rows):
        start = stop = len(edges)
        stop += 1
        while stop < len(rows) and not _is_apart(rows[stop - 1], rows[stop], body):
            stop += 1
        chunk = rows[start:stop]
        lower = sum(row.pieces[0].text[:1].islower() for row in chunk)
        own = max(row.pieces[-1].right for row in chunk)
        edges += [own if len(chunk) > 3 and 3 * lower > len(chunk) else body.right] * len(chunk)
    return edges


def _raise_labels(rows: Sequence[Row], body: Body) -> None:
    """Mark the numbers of footnotes: in small type, below all running text of the page."""
    under: list[Row] = []
    for row in reversed(rows):
        if row.size > _SMALLER * body.size:
            if row.width > _WIDE * (body.right - body.left):
                return
            under = []
            continue
        under.append(row)
        first = row.pieces[0].words
        number = first[0].text
        if not _LABEL.fullmatch(number) or (len(first) == 1) == (len(row.pieces) == 1):
            continue
        if len(row.pieces) < 3:
            first[0].raised = True
            first[0].text = number.rstrip(".):")
            if len(row.pieces) == 2 and len(first) == 1:
                row.pieces = [Piece([*first, *row.pieces[1].words], row.y, row.size)]
            _go_on(row, under[:-1])
            under = []


def _go_on(first: Row, below: list[Row]) -> None:
    """Mark the lines that go on with a footnote: as far apart as its own lines are."""
    above, step = first, 0.0
    for row in reversed(below):
        gap = row.y - above.y
        if gap > (1.3 * step if step else 2.2 * first.size) or len(row.pieces) > 1:
            return
        row.note, above, step = True, row, step or gap
