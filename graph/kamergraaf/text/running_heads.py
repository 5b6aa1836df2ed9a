"""Page headers and footers: lines that come back on every page and are no part of the letter."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from kamergraaf.text.abbreviations import ends_sentence
from kamergraaf.text.lines import Line

_LONGEST = 140
_DIGITS = re.compile(r"\d+")
# A printed page has at most so many lines of letterhead at its top or bottom.
_REACH = 8
_HEAD = 60
_PROSE = 50


def table() -> list[dict[str, Any]]:
    """Return the patterns of ``running_heads.toml`` as they stand."""
    path = Path(__file__).with_name("running_heads.toml")
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["running_head"]
    return rows


@cache
def _pattern(always: bool) -> re.Pattern[str]:
    rows = [row["pattern"] for row in table() if row["always"] is always]
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)


def is_running_head(text: str, at_page: bool = False) -> bool:
    """Tell whether a whole line is a page header or footer; ``at_page``: it stands at a page break.

    >>> is_running_head("Pagina 3 van 9"), is_running_head("7"), is_running_head("7", at_page=True)
    (True, False, True)
    """
    if len(text) > _LONGEST:
        return False
    return bool(_pattern(True).fullmatch(text) or at_page and _pattern(False).fullmatch(text))


def without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return the lines of the letter, page breaks marked, and the page headers and footers."""
    marked = {number for number, line in enumerate(lines) if is_running_head(line.text)}
    breaks = {number for number, line in enumerate(lines) if line.page} | marked
    marked |= _page_numbers(lines, breaks)
    marked |= _repeated(lines, breaks, marked)
    kept: list[Line] = []
    heads: list[str] = []
    blank, page = 0, False
    for number, line in enumerate(lines):
        if number in marked:
            heads.append(" ".join(line.text.split()))
            blank, page = blank + line.blank, bool(kept)
        else:
            kept.append(replace(line, blank=line.blank + blank, page=line.page or page))
            blank, page = 0, False
    return kept, heads


def _page_numbers(lines: Sequence[Line], breaks: set[int]) -> set[int]:
    loose = [
        number
        for number, line in enumerate(lines)
        if len(line.text) < _LONGEST
        and not line.signs
        and (line.blank or breaks & {number - 1, number + 1})
        and _pattern(False).fullmatch(line.text)
    ]
    at_break = {n for n in loose if n in breaks or n + 1 in breaks or n - 1 in breaks}
    values = [int(match[0]) for n in loose if (match := _DIGITS.match(lines[n].text))]
    counted = len(values) == len(loose) >= 2 and all(
        following - value == 1 for value, following in pairwise(values)
    )
    return set(loose) if counted else at_break


def _repeated(lines: Sequence[Line], breaks: set[int], marked: set[int]) -> set[int]:
    """Return the lines next to page breaks that come back at other page breaks.

    The first page keeps its own: that is the head of the letter.
    """
    found: set[int] = set()
    first = min(breaks, default=0)
    head = _head(lines[: min(first, _HEAD)])
    for step in (1, -1):
        fronts = {place if step == 1 else place - 1 for place in breaks}
        for _ in range(_REACH):
            alike: dict[str, list[int]] = defaultdict(list)
            fronts = {number for number in fronts if 0 <= number < len(lines)}
            for number in sorted(fronts - marked):
                alike[_key(lines[number])].append(number)
            alike.pop("", None)
            again = [
                number
                for key, numbers in alike.items()
                if len(numbers) >= min(3, max(2, len(breaks))) or (step == 1 and key in head)
                for number in numbers
            ]
            found.update(number for number in again if number >= first)
            fronts = {number + step for number in [*again, *(fronts & marked)]}
    return found


def _head(lines: Sequence[Line]) -> set[str]:
    """Return the lines of the letterhead: those above the running text of the first page."""
    for number, (line, following) in enumerate(pairwise(lines)):
        if len(line.text) > _PROSE and following.goes_on:
            return {_key(line) for line in lines[:number]} - {""}
    return set()


def _key(line: Line) -> str:
    if len(line.text) > _LONGEST or ends_sentence(line.text.rstrip("0123456789")) or line.signs:
        return ""
    return _DIGITS.sub("0", line.text)
