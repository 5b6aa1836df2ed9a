"""The lines of a text, and how they fill its paragraphs: spacing, width, page breaks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kamergraaf.text.abbreviations import ends_sentence
from kamergraaf.text.characters import BOLD, CELL, HEADINGS, ITEM, RULE
from kamergraaf.text.layout import is_unfinished
from kamergraaf.text.mapped import Mapped

Range = tuple[int, int]

_ENDS = re.compile(r"[\n\f]|\Z")
_SIGNS = HEADINGS + BOLD + RULE + ITEM


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text on it; ``ranges`` are its stretches of the mapped text."""

    ranges: tuple[Range, ...]
    text: str
    indent: int
    blank: int
    """How many blank lines stand before it."""
    page: bool = False
    """Something interrupts the text before it: a page break, a page header, a footnote."""
    signs: str = ""
    """Signs of ``kamergraaf.text.characters`` for its layout, and CELL for a row of a table."""

    @property
    def start(self) -> int:
        """Where it starts in the mapped text."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the mapped text."""
        return self.ranges[-1][1]

    @property
    def ends(self) -> bool:
        """It may be the last line of a sentence."""
        return ends_sentence(self.text[-60:])

    @property
    def goes_on(self) -> bool:
        """It starts as only the middle of a sentence does: in lower case."""
        return self.text[:8].lstrip("(«\"“'‘‹[")[:1].islower()

    @property
    def hyphened(self) -> bool:
        """It ends in the middle of a word."""
        return self.text[-1:] in ("-", "\u00ad") and self.text[-2:-1].isalnum()

    def without(self, start: int, end: int) -> "Line":
        """Return the line without ``[start, end)`` of the mapped text."""
        kept: list[Range] = []
        texts: list[str] = []
        at = 0
        for low, high in self.ranges:
            text = self.text[at : at + high - low]
            for left, right in ((low, min(high, start)), (max(low, end), high)):
                if left < right:
                    kept.append((left, right))
                    texts.append(text[left - low : right - low])
            at += high - low
        return replace(self, ranges=tuple(kept) or ((start, start),), text="".join(texts))


@dataclass(frozen=True, slots=True)
class Layout:
    """How lines fill the paragraphs of a text."""

    wrapped: bool
    """Paragraphs are broken into lines by single line breaks."""
    full: int
    """A line and the next line's first word have at least so many letters, or the line was ended
    on purpose."""
    spaced: bool
    """Blank lines stand between paragraphs."""
    known: bool = False
    """Blank lines stand between paragraphs and nowhere else."""
    marked: bool = False
    """No paragraph ends without a blank line after it."""

    def stops_short(self, line: Line, following: Line, share: float = 1) -> bool:
        """Tell whether the next line's first word would have fitted on this line.

        With a ``share`` below 1 it must have fitted by far.
        """
        return _reach(line, following) < share * self.full


def _reach(line: Line, following: Line) -> int:
    return len(line.text) + 1 + len(following.text[:60].split(" ", 1)[0])


def split(text: Mapped) -> list[Line]:
    """Return the lines of the text that are not blank, double spacing undone."""
    return _single_spaced(_with_page_starts(parted(text.text)))


def parted(text: str, offset: int = 0) -> list[Line]:
    """Return the lines of a text that are not blank; it starts at ``offset`` of the mapped text."""
    found: list[Line] = []
    at, blank, page = 0, 0, False
    for match in _ENDS.finditer(text):
        line = _line(text, at, match.start(), blank, page, offset)
        if line:
            found.append(line)
            blank, page = 0, False
        else:
            blank += match.group() == "\n"
            page = page or RULE in text[at : match.start()]
        page = page or match.group() == "\f"
        at = match.end()
    return found


def _line(text: str, start: int, end: int, blank: int, page: bool, offset: int) -> Line | None:
    raw = text[start:end]
    bare = raw.lstrip(" \t" + _SIGNS + CELL)
    lead = raw[: len(raw) - len(bare)]
    signs = "".join(char for char in lead if char not in " \t")
    bare = bare.rstrip(" \t" + CELL + _SIGNS)
    if not bare:
        return None
    if CELL in bare:
        signs += CELL
    begin = offset + start + len(lead)
    return Line(((begin, begin + len(bare)),), bare, len(lead) - len(signs), blank, page, signs)


def _with_page_starts(lines: list[Line]) -> list[Line]:
    # Conversions of PDF leave one space before the first line of a page where no other line has it.
    indents = Counter(line.indent for line in lines)
    if indents[0] < 0.9 * len(lines) or not indents[1]:
        return lines
    return [replace(line, indent=0, page=True) if line.indent == 1 else line for line in lines]


def _single_spaced(lines: list[Line]) -> list[Line]:
    gaps = Counter(line.blank for line in lines[1:])
    usual = max(gaps, key=lambda gap: (gaps[gap], gap), default=0)
    if not usual or len(lines) < 8 or gaps[usual] < 0.8 * len(lines):
        return lines
    broken = sum(following.goes_on and not line.ends for line, following in pairwise(lines))
    if broken < 0.3 * len(lines):
        return lines
    return [replace(line, blank=max(0, line.blank - usual)) for line in lines]


def layout(lines: Sequence[Line]) -> Layout:
    """Return how these lines fill their paragraphs, learnt from lines broken inside a sentence."""
    fits: list[int] = []
    together = 0
    for line, following in pairwise(lines):
        if following.blank or following.signs or line.signs:
            continue
        together += 1
        inside = following.goes_on or is_unfinished(line.text)
        if inside and not line.ends and line.text[-1:] not in ";,":
            fits.append(_reach(line, following))
    fits.sort()
    wrapped = len(fits) >= max(1, 0.15 * together) and fits[len(fits) // 2] < 200
    spaced = sum(line.blank > 0 for line in lines) > 0.04 * len(lines)
    if not wrapped:
        return Layout(False, 0, spaced)
    # One line in fifty may be ended early for another reason; a few lines tell too little.
    low = fits[len(fits) // 50] if len(fits) >= 50 else int(0.85 * fits[len(fits) // 2])
    return Layout(True, low, spaced)
