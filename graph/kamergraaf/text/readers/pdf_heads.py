"""Page headers and footers of a PDF, known by their place: they do not interrupt its sentences."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from kamergraaf.text.layout import is_part
from kamergraaf.text.readers.pdf_page import Line

_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_NUMBERED = re.compile(r"\b\d\d ?\d{3}\b|\bnr\b|vergaderjaar")
_LONGEST = 140
_SAME = 3
"""So many points a header may move from page to page."""
_REACH = 8
_PROSE = 60
_SHORTEST = 4


def without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each page without headers and footers that stand on another page too.

    The first page keeps its own: that is the letterhead.  What may hold the number of the letter
    stays as well; it is found by its words later.
    """
    edges = [_edges(page) for page in pages]
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        for at in edge:
            seen[_key(page[at].text)].append((number, page[at].y))
    letterhead = _letterhead(pages[0]) if pages else frozenset()
    found: list[list[Line]] = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        dropped = set()
        for at in edge:
            line = page[at]
            again = any(
                other != number and abs(y - line.y) < _SAME for other, y in seen[_key(line.text)]
            )
            known = number > 0 and letterhead.issuperset(_words(line)) and not _signs(line)
            if _may_go(line) and (again and (number > 0 or at in _foot(page)) or known):
                dropped.add(at)
        found.append([line for at, line in enumerate(page) if at not in dropped])
    return found


def _may_go(line: Line) -> bool:
    text = line.text
    short = _SHORTEST <= len(text.strip()) < _LONGEST
    return short and not _NUMBERED.search(text)


def _signs(line: Line) -> bool:
    text = " ".join(line.pieces)
    return is_part("office", text) or is_part("name", text) or is_part("closing", text)


def _edges(page: Sequence[Line]) -> set[int]:
    """Return the lines in the margin and the first and last lines of a page."""
    inside = [at for at, line in enumerate(page) if line.pieces and not line.beside]
    beside = [at for at, line in enumerate(page) if line.beside]
    return {*inside[:_REACH], *inside[-_REACH:], *beside}


def _foot(page: Sequence[Line]) -> set[int]:
    inside = [at for at, line in enumerate(page) if line.pieces and not line.beside]
    return set(inside[-_REACH:]) - set(inside[:_REACH])


def _letterhead(page: Sequence[Line]) -> frozenset[str]:
    """Return the words of the first page above the running text and in its margin."""
    inside = [line for line in page if line.pieces and not line.beside]
    prose = next((n for n, line in enumerate(inside) if len(line.text.strip()) > _PROSE), 0)
    above = chain((line for line in page if line.beside), inside[:prose])
    return frozenset(word for line in above for word in _words(line))


def _words(line: Line) -> list[str]:
    return _DIGITS.sub("0", " ".join(line.pieces)).split()


def _key(text: str) -> str:
    return _DIGITS.sub("0", _SPACE.sub("", text))
