"""Words on a PDF page become pieces of lines: raised marks find their word, gaps part cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from kamergraaf.text.readers.pdf_words import Word

_SAME = 0.25
_SMALL = 0.82
_SMALL_RAISED = 0.92
_GAP = 1.4
_SPACE = 0.12
_ROOM = 0.03
"""The least room for a space, in font sizes, where the text layer has none and where it has one."""
_BULLET = re.compile(r"(?:[^\w\s]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])")
_NUMBER = re.compile(r"\(?\d{1,3}\)?,?")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "(),")


@dataclass(slots=True)
class Piece:
    """Words that stand together on a line; several on one line are cells or columns."""

    words: list[Word]
    y: float
    size: float
    row: str = ""
    """A whole row of a table with rules."""

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def bold(self) -> bool:
        """All of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        """Its words, with raised numbers as raised digits."""
        return self.row or "".join(_spelled(self.words))


def pieces(words: Sequence[Word]) -> list[Piece]:
    """Return the pieces of lines of a page from top to bottom."""
    found: list[Piece] = []
    for line in _with_raised(_lines(words)):
        line.sort(key=lambda word: word.left)
        size = median(word.size for word in line)
        low = max((word.y for word in line if not word.raised), default=line[0].y)
        start = 0
        for at in range(1, len(line) + 1):
            if at < len(line) and not _parted(line[start:at], line[at], size, start == 0):
                continue
            found.append(Piece(line[start:at], low, size))
            start = at
    return found


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words by the line they stand on, raised ones on lines of their own."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y, word.left)):
        last = found[-1][-1] if found else None
        if last and word.y - last.y <= _SAME * min(word.size, last.size) + 0.01:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _with_raised(lines: list[list[Word]]) -> list[list[Word]]:
    """Return the lines with small words above or below a line where they belong."""
    for number, line in enumerate(lines):
        near = [*lines[number + 1 : number + 3], *lines[max(0, number - 2) : number]]
        for word in [one for one in line if len(one.text) <= 4]:
            home = next((other for other in near if _belongs(word, other)), None)
            if home is None and len(line) == 1 and _BULLET.fullmatch(word.text):
                home = _item(word, near)
            if home is not None:
                line.remove(word)
                home.append(word)
    return [line for line in lines if line]


def _item(bullet: Word, near: Sequence[list[Word]]) -> list[Word] | None:
    """Return the line that a bullet stands before, which may be of another size and height."""
    right = [line for line in near if line and bullet.right <= min(one.left for one in line)]
    line = min(right, key=lambda line: abs(line[0].y - bullet.y), default=None)
    if line and abs(line[0].y - bullet.y) < 0.5 * max(bullet.size, line[0].size):
        bullet.y = line[0].y
        return line
    return None


def _belongs(word: Word, line: Sequence[Word]) -> bool:
    """Tell whether a small word hangs on a larger one of this line, and mark a raised number."""
    for other in line:
        drop = (other.y - word.y) / other.size if other.size else 0
        small = _SMALL_RAISED if drop > 0.25 else _SMALL
        if word.size > small * other.size or not -0.35 < drop < 0.75:
            continue
        behind = abs(word.left - other.right) < 0.4 * other.size
        before = -0.1 < (other.left - word.right) / other.size < 1.2
        if behind or before and drop > 0:
            word.raised = drop > 0.1 and _NUMBER.fullmatch(word.text) is not None
            return True
    return False


def _parted(piece: Sequence[Word], word: Word, size: float, first: bool) -> bool:
    """Tell whether a word stands in another cell or column than the piece before it."""
    gap = word.left - piece[-1].right
    empty = not first and piece[0].text in "–-"  # an empty cell is no bullet
    if len(piece) == 1 and not empty and (_BULLET.fullmatch(piece[0].text) or piece[0].raised):
        return gap > 5 * size
    return gap > _GAP * size


def _spelled(words: Sequence[Word]) -> Iterator[str]:
    before: Word | None = None
    for word in words:
        if before:
            gap = (word.left - before.right) / (max(word.size, before.size) or 1)
            if gap > (_ROOM if word.spaced else _SPACE):
                yield " "
        yield word.text.translate(_RAISED) if word.raised else word.text
        before = word
