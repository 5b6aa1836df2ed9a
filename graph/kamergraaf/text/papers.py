"""Papers that lie among the letters but are none: told by their heading, from ``papers.toml``."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kamergraaf.text.clean import Cleaned
from kamergraaf.text.head import head_lines
from kamergraaf.text.metadata import stated

_LONGEST = 400
_NOT_READ = ("running-head", "footnote", "table-row")


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: ``kind`` in Dutch, ``name`` in English for messages."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class _Row:
    paper: Paper | None
    pattern: re.Pattern[str]
    first: bool


def table() -> dict[str, list[dict[str, Any]]]:
    """Return ``papers.toml`` as it stands."""
    path = Path(__file__).with_name("papers.toml")
    rows: dict[str, list[dict[str, Any]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return rows


def other_paper(cleaned: Cleaned, metadata: Sequence[tuple[str, str]] = ()) -> Paper | None:
    """Return what kind of paper this is when it is no letter, None when it is or may be one.

    Of the lines above the first sentence the first that names a kind decides; a paper without such
    a line is what the fields of the file say.
    """
    lines = [
        cleaned.text[one.start : one.end] for one in cleaned.paragraphs if one.kind not in _NOT_READ
    ]
    first = next(_told(lines), None)
    if first:
        return first.paper
    types = (paper for one in stated(metadata).papers if (paper := _types().get(one.lower())))
    return next(types, None)


def _told(lines: Sequence[str]) -> Iterator[_Row]:
    # The heading itself may look like a sentence: it is long and names the day.
    head = lines[: len(head_lines(lines)) + 1]
    for number, line in enumerate(head):
        for row in _rows():
            if (not row.first or number == 0) and row.pattern.fullmatch(line[:_LONGEST]):
                yield row


@cache
def _rows() -> tuple[_Row, ...]:
    found = [_Row(None, _compiled(row), False) for row in table()["letter"]]
    found += [
        _Row(Paper(row["kind"], row["name"]), _compiled(row), row.get("first", False))
        for row in table()["paper"]
    ]
    return tuple(found)


@cache
def _types() -> dict[str, Paper]:
    return {
        name.lower(): Paper(row["kind"], row["name"])
        for row in table()["paper"]
        for name in row["types"]
    }


def _compiled(row: dict[str, Any]) -> re.Pattern[str]:
    return re.compile(row["pattern"], re.IGNORECASE)
