"""What the slots of a date name in a given year: days, parts of months, seasons, recesses, quarters."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from kamergraaf.model import Moment
from kamergraaf.text.date_words import date_words
from kamergraaf.text.moments import (
    between,
    between_months,
    day_moment,
    from_to,
    last_day,
    month_moment,
    year_moment,
)

_MONTH_NAME = r"[a-z]+\.?"


def period(fields: Mapping[str, str], year: int, edge: str | None) -> Moment:
    """Return what the fields name in this year.

    ``edge`` asks a recess or season for its first or last days, which then stay uncertain.  Raises
    ``ValueError`` when the calendar has no such day.
    """
    tables = date_words().tables
    if "days" in fields:
        first, last = _ends(fields["days"], r"\d+")
        month = int(fields["month"])
        return between(date(year, month, int(first)), date(year, month, int(last)))
    if "months" in fields:
        return _months(fields, year)
    if "season" in fields:
        return _season(fields["season"], year, edge)
    if "recess" in fields:
        row = tables["recesses"][fields["recess"]]
        days = (
            row["to"] if edge == "last" else row["from"] if edge else (row["from"][0], row["to"][1])
        )
        return _month_days(year + (edge == "last" and row["to"] < row["from"]), *days)
    if "named_day" in fields:
        row = tables["days-with-a-name"][fields["named_day"]]
        return between(
            _month_day(year, row["from"]), _after(_month_day(year, row["from"]), row["to"])
        )
    if "division" in fields or "division_number" in fields:
        return division(fields, year)
    return years_of(fields, year)


def _months(fields: Mapping[str, str], year: int) -> Moment:
    keys = date_words().keys["month"]
    first, last = (int(keys[name]) for name in _ends(fields["months"].lower(), _MONTH_NAME))
    whole = from_to(month_moment(year - (first > last), first), month_moment(year, last))
    if "ordinal" in fields:
        return _part_of_month(whole, int(fields["ordinal"]), "helft" in fields["literal"])
    if "part" not in fields or first != last:
        return whole
    low, high = date_words().tables["parts"][fields["part"]]["days"]
    end = last_day(year, last)
    return Moment(date(year, last, low), min(end, date(year, last, min(high, end.day))), whole.edtf)


def _part_of_month(month: Moment, ordinal: int, half: bool) -> Moment:
    size, count = (15, 2) if half else (7, 4)
    end = month.latest.day
    low = end - size + 1 if ordinal < 0 else (ordinal - 1) * size + 1
    high = end if ordinal < 0 or (half and ordinal == count) else low + size - 1
    return Moment(month.latest.replace(day=low), month.latest.replace(day=high), month.edtf)


def _season(name: str, year: int, edge: str | None) -> Moment:
    tables = date_words().tables
    recess = tables["season-as-recess"].get(name)
    if recess and edge:
        return _month_days(year, *recess["before" if edge == "first" else "after"])
    row = tables["seasons"][name]
    first = _month_day(year, row["from"])
    return between_months(first, _after(first, row["to"]))


def division(fields: Mapping[str, str], year: int) -> Moment:
    """Return the quarter or half of a year; raises ``ValueError`` for a fifth quarter."""
    if "division_number" in fields:
        size, ordinal = 3, int(fields["division_number"][-1])
    else:
        size, ordinal = int(fields["division"]), int(fields["ordinal"])
    ordinal = ordinal if ordinal > 0 else 12 // size
    if ordinal * size > 12:
        raise ValueError(ordinal)
    return between(date(year, (ordinal - 1) * size + 1, 1), last_day(year, ordinal * size))


def years_of(fields: Mapping[str, str], year: int) -> Moment:
    """Return the year or years that are named, or the part of one («medio 2026»)."""
    text = fields.get("years") or fields.get("year_range") or str(year)
    first, last = (int(found) for found in _ends(text, r"\d{4}"))
    if first > last:
        raise ValueError(text)
    whole = from_to(year_moment(first), year_moment(last))
    if "part" not in fields or first != last:
        return whole
    low, high = date_words().tables["parts"][fields["part"]]["months"]
    return Moment(date(first, low, 1), last_day(first, high), whole.edtf)


def number_date(text: str) -> Moment | None:
    """Return the day of ``01-02-2021`` or ``2021-02-01``; None when there is no such day."""
    parts = [int(part) for part in re.split(r"[-./]", text)]
    year, month, day = parts if parts[0] > 31 else parts[::-1]
    try:
        return day_moment(date(year, month, day))
    except ValueError:
        return None


def weekday_near(anchor: Moment, weekday: int, ahead: bool) -> Moment:
    """Return the next or the last such weekday, Monday being 0, seen from the letter's date."""
    if ahead:
        days = (weekday - anchor.earliest.weekday() - 1) % 7 + 1
        return day_moment(anchor.earliest + timedelta(days=days))
    back = (anchor.latest.weekday() - weekday - 1) % 7 + 1
    return day_moment(anchor.latest - timedelta(days=back))


def _ends(text: str, item: str) -> tuple[str, str]:
    found = [
        one for one in re.findall(item, text) if one not in ("en", "of", "tot", "met", "t", "m")
    ]
    return found[0], found[-1]


def _month_day(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[3:]))


def _after(first: date, text: str) -> date:
    found = _month_day(first.year, text)
    return found if found >= first else _month_day(first.year + 1, text)


def _month_days(year: int, low: str, high: str) -> Moment:
    first = _month_day(year, low)
    return between_months(first, _after(first, high))
