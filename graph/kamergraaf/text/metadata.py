"""What a file says of its letter in fields of its own; their names stand in ``metadata.toml``."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kamergraaf.model import Moment
from kamergraaf.text.head import Chamber, dossier_numbers
from kamergraaf.text.moments import day_moment

_LONGEST = 1000
_IDENTIFIER = re.compile(r"kst-(\d{5}(?:-(?:\d{2}|[IVX]+|[A-J])(?=-))?)-([A-Z]{1,3}|\d{1,4})")
_NUMBER = re.compile(r"(?:nr\.? ?)?(\d{1,4}|[A-Z]{1,3})")
# What Word and printer drivers fill in for a title that nobody gave.
_NO_TITLE = re.compile(
    r"Microsoft Word\b.*|.*\.(?:docx?|pdf|rtf|odt)|(?:Word )?[Dd]ocument ?\d*|(?:[Uu]ntitled|[Nn]aamloos).*"
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{0,20})?")


@dataclass(slots=True)
class Stated:
    """The facts in the fields of a file; ``fields`` names the field of each fact."""

    dossiers: tuple[str, ...] = ()
    number: str | None = None
    title: str | None = None
    headline: str | None = None
    date: Moment | None = None
    published: Moment | None = None
    chamber: Chamber | None = None
    papers: tuple[str, ...] = ()
    """What kind of paper it is, in the words of the file."""
    fields: dict[str, str] = field(default_factory=dict)


def table() -> list[dict[str, Any]]:
    """Return the fields of ``metadata.toml`` as they stand."""
    path = Path(__file__).with_name("metadata.toml")
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["field"]
    return rows


@cache
def _facts() -> dict[str, tuple[int, str]]:
    """Return the place in the table and the fact of each field, by its name in lower case."""
    named = [(name.lower(), row["fact"]) for row in table() for name in row["names"]]
    return {name: (place, fact) for place, (name, fact) in enumerate(named)}


def stated(metadata: Sequence[tuple[str, str]]) -> Stated:
    """Return what these names and values say about the letter; what is not understood says nothing.

    >>> stated([("OVERHEIDop.dossiernummer", "21 501-02"), ("DC.type", "Brief")]).dossiers
    ('21501-02',)
    """
    found = Stated()
    for fact, name, value in _ordered(metadata):
        if fact == "identifier":
            match = _IDENTIFIER.fullmatch(value)
            if match and not found.dossiers:
                found.dossiers, found.number = (match[1],), match[2]
                found.fields |= {"dossiers": name, "number": name}
        elif fact == "dossiers":
            new = [one for one in dossier_numbers(value) if one not in found.dossiers]
            found.dossiers += tuple(new)
            found.fields.setdefault(fact, name)
        elif fact == "papers":
            found.papers += (value,)
        elif getattr(found, fact) is None and (read := _read(fact, value)) is not None:
            setattr(found, fact, read)
            found.fields[fact] = name
    return found


def _ordered(metadata: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield fact, name and value of the fields that are known, in the order of the table."""
    rows = [
        (*_facts()[name.lower()], name, " ".join(value[:_LONGEST].split()))
        for name, value in metadata
        if name.lower() in _facts()
    ]
    for _, fact, name, value in sorted(rows, key=lambda row: row[0]):
        if value:
            yield fact, name, value


def _read(fact: str, value: str) -> object:
    if fact == "number":
        match = _NUMBER.fullmatch(value)
        return match[1] if match else None
    if fact in ("date", "published"):
        match = _DAY.fullmatch(value)
        try:
            return day_moment(date(*map(int, match.groups()))) if match else None
        except ValueError:
            return None
    if fact == "chamber":
        return "TK" if "tweede" in value.lower() else "EK" if "eerste" in value.lower() else None
    if fact == "headline" and _NO_TITLE.fullmatch(value):
        return None
    if fact == "title":
        return value.rsplit(";", 1)[-1].strip() or None
    return value
