"""Tables without rules on a PDF page: pieces of lines that stand in columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kamergraaf.text.layout import Part, is_part
from kamergraaf.text.readers.pdf_lines import Piece
from kamergraaf.text.readers.pdf_tables import table_row

_COLUMNS = 3
_ROWS = 2
_LEVEL = 0.35
_FAR = 3.2
"""So many font sizes lie between two rows of a table at most."""
_CLOSE = 0.85
_PROSE = 0.25


@dataclass(slots=True)
class _Table:
    """Columns by their left and right edge, and rows of lines; a line has a piece for some columns."""

    columns: list[list[float]] = field(default_factory=list)
    lines: list[list[Piece]] = field(default_factory=list)

    def takes(self, line: Sequence[Piece]) -> bool:
        """Add a line if each of its pieces stands in one column, or in a new one between them."""
        columns = [column[:] for column in self.columns]
        used: set[int] = set()
        for piece in line:
            over = [
                number
                for number, (left, right) in enumerate(columns)
                if piece.left < right and left < piece.right
            ]
            if len(over) > 1 or used & set(over):
                return False
            if over:
                column = columns[over[0]]
                column[:] = min(column[0], piece.left), max(column[1], piece.right)
            else:
                columns.append([piece.left, piece.right])
            used.add(over[0] if over else len(columns) - 1)
        self.columns = sorted(columns)
        self.lines.append(list(line))
        return True

    def at(self, piece: Piece) -> int:
        """Return the column of a piece; one of no width stands at the end of its own."""
        ends = (n for n, (_, right) in enumerate(self.columns) if piece.left < right)
        return next(ends, len(self.columns) - 1)

    def rows(self) -> list[list[list[Piece]]]:
        """Return the lines of each row: what no longer fitted in a cell stands on the next line."""
        rows: list[list[list[Piece]]] = []
        gaps = [b[0].y - a[0].y for a, b in zip(self.lines, self.lines[1:], strict=False)]
        usual = sorted(gaps)[3 * len(gaps) // 4]
        for number, line in enumerate(self.lines):
            if number and self.goes_on(self.lines[number - 1], line, gaps[number - 1], usual):
                rows[-1].append(line)
            else:
                rows.append([line])
        return rows

    def goes_on(
        self, above: Sequence[Piece], line: Sequence[Piece], gap: float, usual: float
    ) -> bool:
        """Tell whether a line belongs to the row above it; rows lie the usual gap apart."""
        if len(line) == len(self.columns) and gap > _CLOSE * usual:
            return False
        before = {self.at(piece): piece for piece in above}
        return all(self._wraps(before.get(self.at(piece)), piece) for piece in line)

    def _wraps(self, above: Piece | None, piece: Piece) -> bool:
        """Tell whether the first word of a piece would not have fitted on the line above it."""
        if above is None:
            return False
        edge = self.columns[self.at(piece)][1]
        first = piece.words[0]
        return above.right + 0.25 * piece.size + first.right - first.left > edge


def unruled(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return the rows of tables as «| cell | cell |», and the pieces that stand in none."""
    lines = _lines(pieces)
    rows: list[Piece] = []
    others: list[Piece] = []
    at = 0
    while at < len(lines):
        table = _table(lines[at:])
        if table is None:
            others += lines[at]
            at += 1
            continue
        for row in table.rows():
            cells: list[list[Piece]] = [[] for _ in table.columns]
            for line in row:
                for piece in line:
                    cells[table.at(piece)].append(piece)
            rows.append(table_row(cells))
        at += len(table.lines)
    return rows, sorted(others, key=lambda piece: piece.y)


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: one.y):
        if lines and piece.y - lines[-1][0].y < _LEVEL * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda piece: piece.left)
    return lines


def _table(lines: Sequence[list[Piece]]) -> _Table | None:
    """Return the table that starts with the first of these lines."""
    table = _Table()
    if len(lines[0]) < _COLUMNS - 1:
        return None
    for line in lines:
        if table.lines and line[0].y - table.lines[-1][0].y > _FAR * line[0].size:
            break
        if not table.takes(line):
            break
    while (
        table.lines
        and len(table.lines[-1]) == 1
        and not table.goes_on(table.lines[-2], table.lines[-1], 0, 1)
    ):
        table.lines.pop()
    return table if _is_table(table) else None


def _is_table(table: _Table) -> bool:
    """Tell a table from a letterhead, signatures and running text that stand in columns."""
    full = [line for line in table.lines if len(line) >= _COLUMNS]
    if len(full) >= _ROWS:
        return True
    pairs = [line for line in table.lines if len(line) > 1]
    small = sum(line[0].text[:1].islower() for line in pairs)
    if len(pairs) <= _ROWS or full or small > _PROSE * len(pairs):
        return False
    return not any(_are_parts(line, ("office", "name")) for line in pairs) and 2 * sum(
        _are_parts(line[:1], ("head",)) for line in pairs
    ) < len(pairs)


def _are_parts(line: Sequence[Piece], parts: Sequence[Part]) -> bool:
    return all(any(is_part(part, piece.text) for part in parts) for piece in line)
