"""How a number is meant: at most, about, at least, or exactly; the words are in ``qualifiers.toml``."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from kamergraaf.annotations.numbers import Number
from kamergraaf.model import Qualifier

_REACH = 70
_FROM = re.compile(r"\bvan (?:[€$£ƒ] ?)?[\w.,-]+\s*$", re.IGNORECASE)
_PLAIN = str.maketrans({"’": "'", "‘": "'"})


def qualifier_of(text: str, start: int, end: int, number: Number) -> Qualifier:
    """Return how the number whose expression (with currency or people) is at start:end is meant.

    The words before it count first, then those after it, then the end of the range that it is
    (offsets of ``number`` need not be those of ``text``).  A ceiling or floor goes before a guess.

    >>> from kamergraaf.annotations.numbers import find_numbers
    >>> text = "maximaal circa 16 personen"
    >>> qualifier_of(text, 15, 26, find_numbers(text)[0])
    'max'
    """
    plain = _plain(text)
    left, right = plain[max(start - _REACH, 0) : start], plain[end : end + _REACH]
    level = _changes_behind(left, right)
    found = _before(left, number, level)
    after = _pattern("after").match(plain, end)
    if after:
        found.append(_meaning("after", after["cue"]))
    if number.bound and not changes_to(left, "van") and not level:
        found.append("min" if number.bound == "low" else "max")
    if number.approx:
        found.append("approx")
    firm = [q for q in found if q != "approx"]
    return next(iter(firm or found), "exact")


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    # Asked for each number of a text, which may be that of three hundred pages.
    return text.translate(_PLAIN)


def _before(left: str, number: Number, level: bool) -> list[Qualifier]:
    """Return the meanings of all qualifying words that end the text, the last one first."""
    found: list[Qualifier] = []
    while match := _pattern("before").search(left):
        left = left[: match.start()]
        fallen = level or number.bound is None and _FROM.search(left)
        if not (match["cue"].lower() == "tot" and (changes_to(left) or fallen)):
            found.append(_meaning("before", match["cue"]))
    return found


def changes_to(left: str, preposition: str = "") -> bool:
    """Whether the text ends in a change whose outcome follows: «verhoogd (tot)», «verhoogd van 6»."""
    if preposition and not re.search(rf"\b{preposition}(?: [\w.,]+ tot)?\s*$", left):
        return False
    words = "|".join(_cue(e["form"]) for e in _data()["new_level"])
    by_or_from = r"(?: met [\w ]+)?(?: van(?: [\w.,]+(?: tot)?)?)?"
    return bool(re.search(rf"\b(?:{words}){by_or_from}\s*$", left, re.IGNORECASE))


def _changes_behind(left: str, right: str) -> bool:
    """Whether «van … tot …» ends in a change: «van tien tot veertien deskundigen uitgebreid»."""
    if not re.search(r"\bvan(?: [\w.,]+ tot)?\s*$", left):
        return False
    words = "|".join(re.escape(e["form"]) for e in _data()["new_level"] if len(e["form"]) > 4)
    return re.match(rf"[^,.;:]*\b(?:{words})\b", right, re.IGNORECASE) is not None


def _meaning(place: str, cue: str) -> Qualifier:
    qualifier: Qualifier = next(
        e["qualifier"] for e in _data()[place] if re.fullmatch(_cue(e["form"]), cue, re.IGNORECASE)
    )
    return qualifier


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("qualifiers.toml").read_text("utf-8"))


def _cue(form: str) -> str:
    return re.escape(form).replace("…", r"(?:[\w-]+ ){0,2}[\w-]+").replace(r"\ ", r"\s")


@lru_cache(maxsize=2)
def _pattern(place: str) -> re.Pattern[str]:
    forms = sorted((e["form"] for e in _data()[place]), key=len, reverse=True)
    cues = rf"(?P<cue>{'|'.join(_cue(form) for form in forms)})"
    if place == "after":
        return re.compile(rf"\s\(?{cues}\b", re.IGNORECASE)
    filler = "|".join(re.escape(e["form"]) for e in _data()["filler"])
    return re.compile(rf"(?<!\w){cues}(?:\s(?:{filler}))?\s?\(?$", re.IGNORECASE)
