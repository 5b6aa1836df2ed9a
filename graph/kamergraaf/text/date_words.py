"""The words and forms of Dutch dates, read from ``dates.toml`` and made into patterns."""

import re
import string
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Function = Literal["point", "start", "end", "deadline", "span"]
Direction = Literal["past", "future", "this", "previous", "next", "likely-past", "likely-future"]

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:e|ste|de)?"
_YEAR = r"(?:19|20)\d\d(?![\d/]|[.,]\d)"
_TO = r"(?: ?[–—-] ?| tot en met | t/m | tot )"
_SLOTS = {
    "days": rf"(?:{_DAY}(?:, {_DAY})* (?:en|of) {_DAY}|{_DAY}(?:{_TO}|/){_DAY}|{_DAY})",
    "year": _YEAR,
    "years": rf"{_YEAR}(?:(?:, {_YEAR})* en {_YEAR})?",
    "year-range": rf"(?:19|20)\d\d(?:{_TO}|/){_YEAR}",
    "number-date": r"(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)",
    "division-number": r"(?:Q[1-4]|kwartaal [1-4])",
}
"""Slots that are written with figures; all others are tables of words in the data."""


_TOKEN = re.compile(r"\[[^]]*\]|\([^)]*\)|\{[^}]*\}|[^ ]+")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a date: its pattern, how it is read and whether it needs a preposition."""

    pattern: re.Pattern[str]
    means: str
    needs_head: bool
    function: Function | None = None
    months: int = 0
    """For vague words: after so many months they are no longer true."""
    needs: frozenset[int] = frozenset()
    """Numbers in ``DateWords.needed``: a text without a word of each has no such date."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a preposition makes of the date after it."""

    pattern: re.Pattern[str]
    function: Function
    quoted: bool
    edge: str | None
    direction: Direction | None
    bare_year: Function | None


@dataclass(frozen=True, slots=True)
class DateWords:
    """All of ``dates.toml``: ``keys[slot][word in lower case]`` is the key of the word's table."""

    keys: Mapping[str, Mapping[str, str]]
    forms: tuple[Form, ...]
    needed: tuple[frozenset[str], ...]
    heads: tuple[Head, ...]
    tables: Mapping[str, Any]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    perfect: re.Pattern[str]


@cache
def date_words() -> DateWords:
    """Return the words and forms of ``dates.toml``."""
    raw = tomllib.loads((files("kamergraaf.text") / "dates.toml").read_text("utf-8"))
    keys = {slot: _keys(raw[table]) for slot, table in _TABLES.items()}
    keys["months"] = keys["month"]
    slots = _SLOTS | {slot: any_of(table) for slot, table in keys.items()}
    slots["months"] = _list_of(slots["month"])
    slots["number"] = rf"(?:\d{{1,3}}|{slots['number']})"
    slots["part"] += r"(?: van)?(?: (?:het|de))?"
    return DateWords(
        keys,
        *_with_needs(
            [(_form(entry, slots), _needs(entry["form"], keys)) for entry in raw["form"]]
            + [(_vague(entry), [_lower(entry["words"])]) for entry in raw["vague"]]
        ),
        tuple(_head(entry, raw["fillers"]["words"]) for entry in raw["head"]),
        raw,
        re.compile(rf"(?<!\w){any_of(raw['not-after']['words'])} ?\Z", re.IGNORECASE),
        re.compile(rf"(?:[\w-]*-)?{any_of(raw['not-before']['words'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){any_of(raw['cues']['future'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){any_of(raw['cues']['past'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){any_of(raw['cues']['perfect'])}(?!\w)", re.IGNORECASE),
    )


_TABLES = {
    "month": "months",
    "weekday": "weekdays",
    "number": "numbers",
    "ordinal": "ordinals",
    "unit": "units",
    "part": "parts",
    "division": "divisions",
    "season": "seasons",
    "recess": "recesses",
    "named-day": "days-with-a-name",
    "after": "after",
    "before": "before",
    "before-unit": "before-unit",
    "today": "today",
}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first.

    >>> any_of(["tot", "tot en met"])
    '(?:tot\\\\ en\\\\ met|tot)'
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _keys(table: Mapping[str, Any]) -> dict[str, str]:
    lists = {key: row["words"] if isinstance(row, dict) else row for key, row in table.items()}
    return {word.lower(): key for key, words in lists.items() for word in words}


def _list_of(month: str) -> str:
    return rf"(?:{month}(?:, {month})* (?:en|of) {month}|{month}{_TO}{month}|{month})"


def _with_needs(
    forms: Iterable[tuple[Form, Iterable[frozenset[str]]]],
) -> tuple[tuple[Form, ...], tuple[frozenset[str], ...]]:
    """Return the forms with the numbers of what they need, and what is needed, each once."""
    needed: dict[frozenset[str], int] = {}
    numbered = [
        (form, frozenset(needed.setdefault(words, len(needed)) for words in needs))
        for form, needs in forms
    ]
    return tuple(replace(form, needs=needs) for form, needs in numbered), tuple(needed)


def _form(entry: Mapping[str, Any], slots: Mapping[str, str]) -> Form:
    pattern = r"(?<!\w)(?<!\d[.,/-])" + _sequence(entry["form"], slots) + r"(?!\w|[.,]\d)"
    return Form(
        re.compile(pattern, re.IGNORECASE),
        entry.get("means", "calendar"),
        entry.get("needs_head", False),
        entry.get("function") if entry.get("means") in ("within", "duration") else None,
    )


def _needs(form: str, keys: Mapping[str, Mapping[str, str]]) -> Iterator[frozenset[str]]:
    """Yield for each word or slot of a form that may not be missing what can stand there."""
    for token in _TOKEN.findall(form):
        if token[0] != "[":
            choices = (choice.strip("{}") for choice in token.strip("()").split("|"))
            yield _lower(word for choice in choices for word in _words_of(choice, keys))


def _words_of(choice: str, keys: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    figures = string.digits if choice in _SLOTS or choice == "number" else ""
    return [*figures, *keys.get(choice, ())] or [choice]


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _sequence(form: str, slots: Mapping[str, str]) -> str:
    """Return the pattern of a form; a space goes with the optional word that it sets apart."""
    parts, must = [], False
    for token in _TOKEN.findall(form):
        inner = _alternatives(token.strip("[]"), slots)
        if token[0] != "[":
            parts.append(f" {inner}" if must else inner)
            must = True
        else:
            parts.append(f"(?: {inner})?" if must else f"(?:{inner} )?")
    return "".join(parts)


def _alternatives(token: str, slots: Mapping[str, str]) -> str:
    def slot(match: re.Match[str]) -> str:
        return f"(?P<{match[1].replace('-', '_')}>{slots[match[1]]})"

    return f"(?:{re.sub(r'{([^}]*)}', slot, token.strip('()'))})"


def _vague(entry: Mapping[str, Any]) -> Form:
    pattern = re.compile(rf"(?<!\w){any_of(entry['words'])}(?!\w)", re.IGNORECASE)
    return Form(pattern, "vague", False, entry["function"], entry["months"])


def _head(entry: Mapping[str, Any], fillers: Iterable[str]) -> Head:
    return Head(
        re.compile(rf"(?<![\w-]){any_of(entry['words'])}(?: {any_of(fillers)})* \Z", re.IGNORECASE),
        entry["function"],
        entry.get("quoted", True),
        entry.get("edge"),
        entry.get("direction"),
        entry.get("bare_year"),
    )
