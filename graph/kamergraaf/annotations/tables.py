"""The tables of a letter: runs of lines with « | » between the cells, as the text stage writes them."""

from collections.abc import Iterator
from dataclasses import dataclass

CELL = " | "


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its place in the text."""

    start: int
    text: str

    def cells(self) -> Iterator[tuple[int, str]]:
        """Yield each cell with its place in the text."""
        at = self.start
        for cell in self.text.split(CELL):
            yield at, cell
            at += len(cell) + len(CELL)


def tables(text: str) -> Iterator[tuple[str, list[Line]]]:
    """Yield each run of lines with cells, with the line before it.

    >>> [(caption, [row.text for row in rows]) for caption, rows in tables("Inzet\\nLand | man\\nMali | 6")]
    [('Inzet', ['Land | man', 'Mali | 6'])]
    """
    table: list[Line] = []
    caption, start = "", 0
    for line in (*text.split("\n"), ""):
        if CELL in line:
            table.append(Line(start, line))
        else:
            if len(table) > 1:
                yield caption, table
            table, caption = [], line or caption
        start += len(line) + 1
