"""Tables with rules on a PDF page: the words between two rules are a row, whatever its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from kamergraaf.text.hyphens import Words
from kamergraaf.text.readers.pdf_lines import Piece, pieces
from kamergraaf.text.readers.pdf_words import Word

_MOST = 3000
_THIN = 2.5
_SHORT = 8
_NEAR = 2.5
_HIGHEST = 400
Span = tuple[float, float, float]
"""Where a rule stands, where it starts and where it ends, in points, downwards and to the right."""


Cells = Sequence[Sequence[Piece]]
"""The pieces of lines in each cell of a row, from top to bottom."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page: level ones by their height, upright ones by their distance from the left."""

    level: tuple[Span, ...] = ()
    upright: tuple[Span, ...] = ()


def rules(page: Any, raw: Any) -> Rules:
    """Return the lines drawn on a page, those of boxes too; ``raw`` is the library."""
    level: list[Span] = []
    upright: list[Span] = []
    for number, item in enumerate(page.get_objects((raw.FPDF_PAGEOBJ_PATH,), max_depth=1)):
        if number > _MOST:
            return Rules()
        left, bottom, right, top = item.get_bounds()
        if top - bottom < _THIN < _SHORT < right - left:
            level.append((-(top + bottom) / 2, left, right))
        elif right - left < _THIN < _SHORT < top - bottom:
            upright.append(((left + right) / 2, -top, -bottom))
        elif top - bottom > _SHORT < right - left:
            level += [(-top, left, right), (-bottom, left, right)]
            upright += [(left, -top, -bottom), (right, -top, -bottom)]
    return Rules(tuple(_joined(level)), tuple(_joined(upright)))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return the rules with those joined that lie in one line and touch."""
    lines: list[list[Span]] = []
    for span in sorted(spans):
        if lines and span[0] - lines[-1][0][0] <= _THIN:
            lines[-1].append(span)
        else:
            lines.append([span])
    found: list[Span] = []
    for line in lines:
        start = len(found)
        for at, low, high in sorted(line, key=lambda span: span[1:]):
            if len(found) > start and low - found[-1][2] <= _NEAR:
                found[-1] = (found[-1][0], found[-1][1], max(high, found[-1][2]))
            else:
                found.append((at, low, high))
    return found


def tables(words: Sequence[Word], drawn: Rules) -> tuple[list[Piece], list[Word]]:
    """Return the rows of the tables as «| cell | cell |», and the words that stand in none."""
    rows: list[Piece] = []
    used: set[int] = set()
    for top, foot, left, right in _bands(drawn.level):
        inside = [
            (number, word)
            for number, word in enumerate(words)
            if top < word.y <= foot + 1
            and left - _NEAR < word.left
            and word.right < right + _NEAR
            and number not in used
        ]
        walls = [
            x for x, low, high in drawn.upright
            if left + _SHORT < x < right - _SHORT
            and min(high, foot) - max(low, top) > 0.6 * (foot - top)
        ]  # fmt: skip
        if not inside or not walls:
            continue
        within = [word for _, word in inside]
        rows.append(_row(within, sorted(walls)))
        used.update(number for number, _ in inside)
    return rows, [word for number, word in enumerate(words) if number not in used]


def _bands(level: Sequence[Span]) -> Iterator[tuple[float, float, float, float]]:
    """Yield the strips between a level rule and the next one below it."""
    for number, (top, left, right) in enumerate(level):
        for foot, low, high in level[number + 1 :]:
            if min(right, high) - max(left, low) > 0.8 * (right - left):
                if _SHORT < foot - top < _HIGHEST:
                    yield top, foot, left, right
                break


def _row(words: Sequence[Word], walls: Sequence[float]) -> Piece:
    cells: list[list[Word]] = [[] for _ in range(len(walls) + 1)]
    for word in words:
        middle = (word.left + word.right) / 2
        cells[sum(wall < middle for wall in walls)].append(word)
    return table_row([pieces(cell) for cell in cells])


def table_row(cells: Cells) -> Piece:
    """Return a row of a table as one piece: «| cell | cell |», its lines one after another."""
    inside = [piece for cell in cells for piece in cell]
    first = min(inside, key=lambda piece: (piece.y, piece.left))
    said = f"| {' | '.join(_joined_lines(cell) for cell in cells)} |"
    return Piece([first.words[0]], first.y, median(piece.size for piece in inside), said)


def _joined_lines(cell: Sequence[Piece]) -> str:
    text = ""
    lines: list[tuple[float, str]] = []
    for piece in cell:
        if lines and lines[-1][0] == piece.y:
            lines[-1] = (piece.y, f"{lines[-1][1]} {piece.text}")
        else:
            lines.append((piece.y, piece.text))
    for _, line in lines:
        seam = Words([]).seam(text, line) if text else None
        if seam:
            text = text[: len(text) - seam.drop] + seam.between
            line = seam.replace + line[1:] if seam.replace else line
        text += line
    return text.replace("|", "/")
