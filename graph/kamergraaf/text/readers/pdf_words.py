"""The words of a PDF page with their places, read from its text layer."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kamergraaf.text.readers.content import Budget

_EACH = 5000
_SPACES = frozenset({0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000})
_ENDS = frozenset({0x0A, 0x0D, 0x0C})
_HYPHEN = {0x02: "-", 0xFFFE: "-"}
"""How the library writes a hyphen at a line end."""
_NAME = 100
_BOLD = re.compile(rb"bold|black|heavy|[-,]vet", re.IGNORECASE)
_FORCED = 1 << 18
# A loose box is as high as the font from its lowest to its highest letter: some 1.17 times its size.
_EM = 0.85
_LEAST = 0.1
_FAR = 1e5


@dataclass(slots=True)
class Word:
    """Letters without space, in points; ``y`` is that of the line they stand on, counted downwards."""

    text: str
    left: float
    right: float
    y: float
    size: float
    spaced: bool
    """A space stands before it."""
    bold: bool = False
    raised: bool = False


@dataclass(slots=True)
class _Letters:
    codes: list[str]
    box: list[float]
    spaced: bool
    first: int


def words(page: Any, raw: Any, budget: Budget) -> tuple[list[Word], int]:
    """Return the words of a page, and by how many quarters they are turned; ``raw`` is the library.

    Text that does not run in the direction of most others is left out: a stamp in the margin.
    """
    found = list(_letters(page, raw, budget))
    turns = [_turn(raw.FPDFText_GetCharAngle(page, one.first)) for one in found]
    counts: Counter[int] = Counter()
    for one, turn in zip(found, turns, strict=True):
        counts[turn] += len(one.codes)
    main = max(counts, key=lambda turn: (counts[turn], -turn), default=0)
    bold = _Bold(page, raw)
    made = [
        _word(one, main, bold.at(one.first))
        for one, turn in zip(found, turns, strict=True)
        if turn == main
    ]
    return made, main


class _Bold:
    """Tells whether letters are bold, by the name of their font or by what it says of itself."""

    def __init__(self, page: Any, raw: Any) -> None:
        self._page = page
        self._info = raw.FPDFText_GetFontInfo
        self._name = ctypes.create_string_buffer(_NAME)
        self._flags = ctypes.c_int()

    def at(self, number: int) -> bool:
        """Return whether the letter of this number is bold."""
        size = self._info(self._page, number, self._name, _NAME, self._flags)
        if self._flags.value & _FORCED and size:
            return True
        name = self._name.value if 0 < size <= _NAME else b""
        return _BOLD.search(name) is not None


def _turn(angle: float) -> int:
    """Return an angle in quarters of a circle."""
    return round(angle / (math.pi / 2)) % 4 if angle >= 0 else 0


def _letters(page: Any, raw: Any, budget: Budget) -> Iterator[_Letters]:
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at_rect, at_x, at_y = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    word: _Letters | None = None
    box: tuple[float, ...] = ()
    spaced = True
    for number in range(raw.FPDFText_CountChars(page)):
        if number % _EACH == 0:
            budget.spend()
        code = code_of(page, number)
        if code in _SPACES or code in _ENDS:
            if word:
                yield word
                word = None
            spaced = spaced or code in _SPACES
            continue
        if not code or not box_of(page, number, at_rect):
            continue
        now = rect.left, rect.bottom, rect.right, rect.top
        if not all(-_FAR < side < _FAR for side in now):
            continue
        before, box = box, now
        if word is None or not _goes_on(before, box):
            if word:
                yield word
            raw.FPDFText_GetCharOrigin(page, number, at_x, at_y)
            word = _Letters([], [*box, x.value, y.value], spaced, number)
            spaced = False
        word.codes.append(_HYPHEN.get(code) or _char(code))
        word.box[0] = min(word.box[0], box[0])
        word.box[1] = min(word.box[1], box[1])
        word.box[2] = max(word.box[2], box[2])
        word.box[3] = max(word.box[3], box[3])
    if word:
        yield word


def _char(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _goes_on(before: tuple[float, ...], box: tuple[float, ...]) -> bool:
    """Tell whether two letters stand side by side on a line, whatever its direction."""
    close = 0.3 * (before[3] - before[1] + box[2] - box[0])
    level = abs(before[1] - box[1]) < 0.05 * close + 0.01 and abs(before[3] - box[3]) < 0.6
    upright = abs(before[0] - box[0]) < 0.05 * close + 0.01 and abs(before[2] - box[2]) < 0.6
    return (level and abs(box[0] - before[2]) < close) or (
        upright and min(abs(box[1] - before[3]), abs(before[1] - box[3])) < close
    )


def _word(one: _Letters, turn: int, bold: bool) -> Word:
    left, bottom, right, top, x, y = one.box
    if turn == 1:
        left, bottom, right, top, y = bottom, -right, top, -left, -x
    elif turn == 2:
        left, bottom, right, top, y = -right, -top, -left, -bottom, -y
    elif turn == 3:
        left, bottom, right, top, y = -top, left, -bottom, right, x
    return Word(
        "".join(one.codes), left, right, -y, max(_EM * (top - bottom), _LEAST), one.spaced, bold
    )
