"""Words for the people that the Netherlands can send, and for those that are someone else's."""

import csv
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from kamergraaf import reference

_PLAIN = str.maketrans({"’": "'", "‘": "'"})


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """Return what ``headcounts.toml`` holds."""
    return tomllib.loads(Path(__file__).with_name("headcounts.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def roles() -> tuple[dict[str, str], ...]:
    """Return the rows of ``personnel.csv``."""
    path = Path(__file__).with_name("personnel.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@lru_cache(maxsize=2)
def _nouns(column: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the whole words of a column and the last parts of compounds."""
    named = [row for row in roles() if row[column]]
    whole = frozenset(row[column].translate(_PLAIN).lower() for row in named)
    return whole, tuple(row[column] for row in named if row["compounds"] == "yes")


def is_people(word: str) -> bool:
    """Whether a word is a plural for people with a task («stafofficieren»)."""
    return _is(word, "plural")


def is_person(word: str) -> bool:
    """Whether a word is a singular for someone with a task («stafofficier»)."""
    return _is(word, "singular")


def _is(word: str, column: str) -> bool:
    plain = word.translate(_PLAIN).lower()
    whole, last = _nouns(column)
    return plain in whole or plain.endswith(last)


@lru_cache(maxsize=1)
def _alone() -> tuple[str, ...]:
    return tuple(row["singular"] for row in roles() if row["alone"] == "yes")


def counts_alone(word: str) -> bool:
    """Whether «een» with this singular is a count of one («een stafofficier»)."""
    return word.lower().endswith(_alone())


@lru_cache(maxsize=1)
def _strangers() -> frozenset[str]:
    named = {entry["form"] for entry in data()["others"]}
    for country in reference.countries().values():
        if country.iso3 != "NLD":
            named.update(country.adjective, country.adjective_inflected)
    return frozenset(named)


def is_other_states(word: str) -> bool:
    """Whether a word or one of its parts names others than the Netherlands («VN-militairen»).

    >>> is_other_states("Malinese"), is_other_states("West-Afrikaanse"), is_other_states("civiele")
    (True, True, False)
    """
    parts = [word, *word.split("-")]
    within = tuple(entry["form"] for entry in data()["others"] if entry.get("compound"))
    return any(part in _strangers() for part in parts) or word.lower().startswith(within)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    named: set[str] = set()
    for country in reference.countries().values():
        if country.iso3 != "NLD":
            named.update((country.name_nl, *country.aliases))
    return frozenset(named)


def is_other_country(word: str) -> bool:
    """Whether a word is the name of a country, the Netherlands left out."""
    return word in _countries()
