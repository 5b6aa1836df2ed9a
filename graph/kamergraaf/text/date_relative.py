"""Dates reckoned from the letter: «vandaag», «binnen zes weken», «vorig jaar», «komende maanden»."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from kamergraaf.model import Moment
from kamergraaf.text.date_periods import division, years_of
from kamergraaf.text.date_words import date_words
from kamergraaf.text.moments import add_months, between, between_months, last_day, week_of

Fields = Mapping[str, str]
_MONTHS_IN = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def relative(means: str, fields: Fields, anchor: Moment) -> Moment | None:
    """Return the days that a relative expression means in a letter of date ``anchor``."""
    return _MEANINGS[means](fields, anchor)


def shifted(fields: Fields, before: Moment) -> Moment:
    """Return the day that lies «een dag eerder» or «twee weken later» than ``before``."""
    back = fields["literal"].endswith(("eerder", "daarvoor", "tevoren"))
    count = -_number(fields) if back else _number(fields)
    return between(*(_shift(day, fields["unit"], count) for day in _days(before)))


def _days(moment: Moment) -> tuple[date, date]:
    return moment.earliest, moment.latest


def _number(fields: Fields) -> int:
    text = fields.get("number", "1")
    return int(text) if text.isdigit() else int(date_words().keys["number"][text.lower()])


def _shift(day: date, unit: str, count: int) -> date:
    unit = unit.removesuffix("s")
    if unit in _MONTHS_IN:
        return add_months(day, count * _MONTHS_IN[unit])
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def _as_fine_as(unit: str, first: date, last: date) -> Moment:
    """Return the days, weeks, months or years that hold both ends, as coarse as the unit."""
    unit = unit.removesuffix("s")
    if unit == "day":
        return between(first, last)
    if unit == "week":
        return between(week_of(first).earliest, week_of(last).latest)
    if unit == "month":
        return between(first.replace(day=1), last_day(last.year, last.month))
    if unit == "year":
        return between(date(first.year, 1, 1), date(last.year, 12, 31))
    return between_months(first, last)


def _away(fields: Fields, anchor: Moment, sign: int) -> Moment:
    unit, count = fields["unit"], sign * _number(fields)
    return _as_fine_as(unit, *(_shift(day, unit, count) for day in _days(anchor)))


def _around(fields: Fields, anchor: Moment, sign: int) -> Moment:
    """Return the stretch before (-1) or after (1) the letter; vague plurals have a set reach."""
    unit, count = fields["unit"], 0
    reach = date_words().tables["vague-months"]
    if "number" not in fields and unit in reach:
        unit, count = "month", int(reach[unit])
    first, last = _days(anchor)
    far = _shift(first if sign < 0 else last, unit, sign * (count or _number(fields)))
    ends = (far, last) if sign < 0 else (first, far)
    fine = unit.removesuffix("s") in ("day", "week")
    return between(*ends) if fine else between_months(*ends)


def _unit(fields: Fields, anchor: Moment) -> Moment:
    step = {"this": 0, "previous": -1, "next": 1}[fields.get("before_unit", "this")]
    unit = fields.get("unit", "year")
    if unit == "quarter":
        first = add_months(anchor.earliest, 3 * step)
        return division({"division": "3", "ordinal": str((first.month + 2) // 3)}, first.year)
    found = _as_fine_as(unit, *(_shift(day, unit, step) for day in _days(anchor)))
    if unit == "year" and found.earliest.year == found.latest.year:
        return years_of(fields, found.earliest.year)
    return found


def _within(fields: Fields, anchor: Moment) -> Moment:
    return between(anchor.earliest, _shift(anchor.latest, fields["unit"], _number(fields)))


def _vague(fields: Fields, anchor: Moment) -> Moment | None:
    months = int(fields["months_true"])
    return between_months(anchor.earliest, add_months(anchor.latest, months)) if months else None


def _today(fields: Fields, anchor: Moment) -> Moment:
    away = timedelta(days=int(fields["today"]))
    return between(anchor.earliest + away, anchor.latest + away)


_MEANINGS: Mapping[str, Callable[[Fields, Moment], Moment | None]] = {
    "unit": _unit,
    "within": _within,
    "ahead": lambda fields, anchor: _away(fields, anchor, 1),
    "ago": lambda fields, anchor: _away(fields, anchor, -1),
    "past-stretch": lambda fields, anchor: _around(fields, anchor, -1),
    "coming-stretch": lambda fields, anchor: _around(fields, anchor, 1),
    "duration": lambda fields, anchor: None,
    "today": _today,
    "vague": _vague,
}
