"""Text set in columns: letterheads and signatures side by side, and tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamergraaf.text.characters import CELL
from kamergraaf.text.layout import is_part
from kamergraaf.text.mapped import Mapped

_LINE = re.compile(r"[^\n\f]*(?:[\n\f]|\Z)")
_GAP = re.compile(r"(?<=[^ \t]) {3,}(?=[^ \t])|(?<=[^ \t])\t+(?=[^ \t])")
_PIPE = re.compile(r"(?<=[^ |]) \|(?= [^ |])")
# A letterhead stands in the first lines; its second column in the right half of the page.
_HEAD = 60
_RIGHT = 30
_PROSE = 100
_NEAR = 3
_APART = 8


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    text: str
    gaps: tuple[tuple[int, int], ...]

    def cells(self) -> list[tuple[int, int]]:
        """Return the stretches between the gaps."""
        bounds = [0, *(bound for gap in self.gaps for bound in gap), len(self.text)]
        return list(zip(bounds[::2], bounds[1::2], strict=True))


def unfolded(text: Mapped) -> Mapped:
    """Return the text with columns of head and signatures one below the other, and table cells.

    A column is read to its end before the next one; the cells of a table get the sign for them.
    """
    rows = [_row(match) for match in _LINE.finditer(text.text) if match.group()]
    done: dict[int, list[Mapped]] = {}
    for first, stop, column in [*_head(rows), *_signatures(rows)]:
        done |= _reordered(text, rows, first, stop, column)
    for number in _tables(rows):
        if number not in done:
            done[number] = [_with_cells(text, rows[number])]
    if not done:
        return text
    return Mapped.joined(
        part
        for number, row in enumerate(rows)
        for part in done.get(number, [text.part(row.start, row.end)])
    )


def _row(match: re.Match[str]) -> _Row:
    bare = match.group().rstrip()
    gaps = tuple(gap.span() for gap in _GAP.finditer(bare)) if len(bare) < 400 else ()
    return _Row(match.start(), match.end(), bare, gaps)


def _head(rows: Sequence[_Row]) -> Iterator[tuple[int, int, int]]:
    """Yield the rows of the letterhead that have two columns, and where the second one starts."""
    top = rows[:_HEAD]
    prose = (n for n, two in enumerate(pairwise(top)) if _is_prose(*two))
    stop = next(prose, len(top))
    starts = Counter(gap[1] for row in rows[:stop] for gap in row.gaps if gap[1] >= _RIGHT)
    if not starts or max(starts.values()) < 2:
        return
    column = max(starts, key=lambda start: (starts[start], -start))
    found = [n for n, row in enumerate(rows[:stop]) if _at(row, column) or _is_right(row, column)]
    yield found[0], found[-1] + 1, column


def _is_prose(row: _Row, following: _Row) -> bool:
    """Tell whether the running text starts here: a salutation, a long line or a wrapped one."""
    text, after = row.text.strip(), following.text.strip()
    if row.gaps or text.startswith("Geachte"):
        return not row.gaps
    return len(text) > _PROSE or (2 * len(text) > _PROSE < 2 * len(after) and after[0].islower())


def _at(row: _Row, column: int) -> tuple[int, int] | None:
    """Return the gap of a row that its column starts after."""
    return next((gap for gap in row.gaps if abs(gap[1] - column) <= _NEAR), None)


def _is_right(row: _Row, column: int) -> bool:
    """Tell whether a row has nothing but the second column."""
    return bool(row.text) and len(row.text) - len(row.text.lstrip()) >= column - _NEAR


def _signatures(rows: Sequence[_Row]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of rows with an office or a name in every cell; they need no straight column."""
    signed = [number for number, row in enumerate(rows) if row.gaps and _is_signed(row)]
    while signed:
        first = last = signed.pop(0)
        while signed and signed[0] - last <= _APART:
            last = signed.pop(0)
        if last > first:
            yield first, last + 1, 0


def _is_signed(row: _Row) -> bool:
    cells = [row.text[slice(*cell)].strip() for cell in row.cells()]
    return all(is_part("office", cell) for cell in cells) or all(
        is_part("name", cell) for cell in cells
    )


def _reordered(
    text: Mapped, rows: Sequence[_Row], first: int, stop: int, column: int
) -> dict[int, list[Mapped]]:
    """Return the rows ``[first, stop)`` column by column, all in the place of the first."""
    columns: dict[int, list[Mapped]] = {}
    starts: list[int] = []
    for row in rows[first:stop]:
        cut = _at(row, column) if column else None
        cells = row.cells()
        if not column:
            cells, starts = _under(cells, row, starts)
        if column:
            cells = [(0, len(row.text))]
            if cut:
                cells = [(0, cut[0]), (cut[1], len(row.text))]
            elif _is_right(row, column):
                cells = [(0, 0), (0, len(row.text))]
        for number, (start, end) in enumerate(cells):
            columns.setdefault(number, []).append(text.part(row.start + start, row.start + end))
    parts: list[Mapped] = []
    for column_parts in columns.values():
        for part in column_parts:
            at = (
                part.ends[-1] if part.ends else text.source(rows[first].start, rows[first].start)[0]
            )
            parts += [part, Mapped.inserted("\n", at, at)]
    return {number: parts if number == first else [] for number in range(first, stop)}


def _under(
    cells: list[tuple[int, int]], row: _Row, starts: list[int]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the cells of a row with empty ones before an indented single cell, which goes on under the
    column above it, and where the columns start."""
    if len(cells) > 1:
        return cells, [start for start, _ in cells]
    indent = len(row.text) - len(row.text.lstrip())
    nearest = min(range(len(starts)), key=lambda n: abs(starts[n] - indent), default=0)
    if not row.text or nearest == 0 or abs(starts[nearest] - indent) > _NEAR:
        return cells, starts
    return [*[(0, 0)] * nearest, (indent, len(row.text))], starts


def _tables(rows: Sequence[_Row]) -> Iterator[int]:
    """Yield the rows of tables: runs with as many gaps or pipes, at least two or three rows."""
    run: list[int] = []
    shape = 0
    for number in range(len(rows) + 1):
        here = _shape(rows[number]) if number < len(rows) else 0
        if here and here == shape:
            run.append(number)
            continue
        if number < len(rows) and shape and not rows[number].text:
            continue
        if len(run) >= (2 if abs(shape) > 1 else 3):
            yield from run
        run, shape = ([number] if here else []), here


def _shape(row: _Row) -> int:
    """Return the number of gaps of a row, negative for pipes, 0 when it has neither."""
    pipes = len(_PIPE.findall(row.text)) if "|" in row.text else 0
    if not pipes and row.gaps and is_part("head", " ".join(row.text.split())):
        return 0
    return -pipes or len(row.gaps)


def _with_cells(text: Mapped, row: _Row) -> Mapped:
    gaps = [match.span() for match in _PIPE.finditer(row.text)] or row.gaps
    return text.part(row.start, row.end).edit((start, end, CELL) for start, end in gaps)
