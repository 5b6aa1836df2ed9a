"""Where a full stop does not end a sentence: the abbreviations of ``abbreviations.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

Ending = Literal["never", "capital", "opener", "initials"]

_CLOSERS = "»”’\"'›)]"
_LETTERS_WITH_STOPS = re.compile(r"(?:[a-z]\.){2,}")
_INITIALS = re.compile(r"(?:[A-Z]\.-?|Th\.|Chr\.|Ph\.|IJ\.)+")
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{1,4}\.", re.IGNORECASE)
# Longer than any abbreviation, so that the last word of a line is found in bounded time.
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The tables of ``abbreviations.toml``."""

    endings: dict[str, Ending]
    openers: frozenset[str]
    continues: frozenset[str]
    particles: frozenset[str]


def table() -> dict[str, Any]:
    """Return ``abbreviations.toml`` as it stands."""
    path = Path(__file__).with_name("abbreviations.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def abbreviations() -> Abbreviations:
    """Return the abbreviations, read once."""
    data = table()
    endings = {entry["form"]: entry["ends"] for entry in data["abbreviation"]}
    capitalised = {form[0].upper() + form[1:]: ends for form, ends in endings.items()}
    lists = (frozenset(data[name]) for name in ("opener", "continues", "particles"))
    return Abbreviations(capitalised | endings, *lists)


def ending(text: str) -> Ending | None:
    """Return how the abbreviation at the end of ``text`` ends sentences, None when it is none.

    >>> ending("zie Kamerstuk 29 521, nr."), ending("op 28 april jl."), ending("in Mali.")
    ('never', 'capital', None)
    """
    word = text[-_LONGEST:].rsplit(None, 1)[-1:] or [""]
    token = word[0].lstrip("«\"“'‘‹([–-")
    known = abbreviations().endings.get(token)
    if known:
        return known
    if _LETTERS_WITH_STOPS.fullmatch(token):
        return "never"
    if _INITIALS.fullmatch(token):
        return "initials"
    if _NO_VOWEL.fullmatch(token) and not token.isupper() and len(token) > 2:
        return "never"
    return None


def ends_sentence(text: str) -> bool:
    """Tell whether a line that ends so may end a sentence, whatever follows.

    >>> [ends_sentence(line) for line in ("in Mali.", "(Mali).", "Kamerstuk 29 521, nr.", "van de")]
    [True, True, False, False]
    """
    bare = text.rstrip(" ").rstrip(_CLOSERS)
    return bare[-1:] in tuple(".!?:…") and ending(bare) not in ("never", "initials")


def ends_before(how: Ending, word: str) -> bool:
    """Tell whether a sentence ends with an abbreviation of this kind when ``word`` follows.

    >>> ends_before("capital", "Het"), ends_before("opener", "Syrische"), ends_before("never", "Het")
    (True, False, False)
    """
    lists = abbreviations()
    if how == "capital":
        return word[:1].isupper() and word not in lists.continues
    if how == "never" or word.lower() not in lists.openers or not word[:1].isupper():
        return False
    return how == "opener" or word.lower() not in lists.particles
