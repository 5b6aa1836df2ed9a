"""How two lines become one: words broken at a line end are joined, true hyphens are kept."""

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kamergraaf.text.characters import SOFT_HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]*")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of ``hyphens.toml``."""

    suspended: frozenset[str]
    prefixes: frozenset[str]
    compounds: frozenset[str]
    trema: frozenset[str]
    clashes: frozenset[str]
    acronyms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seam:
    """How a line meets the next: letters to drop from its end, and what stands between them."""

    drop: int
    between: str
    replace: str = ""
    """What stands in place of the first letter of the next line, when it gets a diaeresis."""


def table() -> dict[str, Any]:
    """Return ``hyphens.toml`` as it stands."""
    path = Path(__file__).with_name("hyphens.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _lists() -> Lists:
    data = table()
    names = ("suspended", "prefixes", "compounds", "trema", "clashes", "acronyms")
    return Lists(*(frozenset(data[name]) for name in names))


class Words:
    """The words of a letter, which tell how a word is written that stands broken elsewhere."""

    def __init__(self, lines: list[str]) -> None:
        self._count: Counter[str] = Counter()
        for line in lines:
            # The last word may be the first half of a broken one.
            end = len(line) - len(_tail(line)) if line.endswith("-") else len(line)
            self._count.update(word.lower() for word in _WORD.findall(line, 0, end))

    def seam(self, line: str, following: str) -> Seam:
        """Return how ``line`` goes on in ``following``."""
        last = line[-1:]
        if last == SOFT_HYPHEN:
            return Seam(1, "")
        if last in "/–" and line[-2:-1].strip() and following[:1].isalnum():
            return Seam(0, "")
        if last != "-" or not line[-2:-1].isalnum():
            return Seam(0, " ")
        return self._hyphened(line[:-1], following)

    def _hyphened(self, before: str, following: str) -> Seam:
        tail = _tail(before + "-")[:-1]
        left = tail.rsplit("-", 1)[-1]
        right = _FIRST.match(following[:_LONGEST])
        word = right.group() if right else ""
        first = following[:_LONGEST].split(" ", 1)[0].rstrip(",;")
        lists = _lists()
        if first in lists.suspended:
            return Seam(0, " ")
        kept = Seam(0, "")
        if not word or "://" in tail or tail.startswith("www.") or left[-1:].isdigit():
            return kept
        joined = Seam(1, "")
        apart = self._count[f"{tail}-{word}".lower()]
        together = self._count[f"{tail}{word}".lower()]
        if apart or together:
            return kept if apart >= together else joined
        if word[0].isupper():
            shouted = before[-25:].isupper() and following[:12].isupper()
            return joined if shouted and left not in lists.acronyms else kept
        if f"{left}-{word}".lower() in lists.compounds:
            return kept
        if left.lower() in lists.prefixes or len(left) == 1 or not left[1:].islower():
            return kept
        if left[-1].lower() + word[0] in lists.clashes:
            if left.lower() in lists.trema:
                return Seam(1, "", unicodedata.normalize("NFC", word[0] + "\u0308"))
            return kept
        return joined


def _tail(line: str) -> str:
    """Return the last word of a line, with the parts before a hyphen."""
    return line[-_LONGEST:].rsplit(" ", 1)[-1].lstrip("(«\"“'‘‹[")
