"""Days, months, years and stretches of them as ``Moment``: calendar arithmetic and EDTF strings.

EDTF (ISO 8601-2, level 0): a day ``2022-11-25``, a month ``2023-06``, a year ``2023`` or an interval
of two of these ``2023-01/2023-06``.
"""

from calendar import monthrange
from datetime import date, timedelta

from kamergraaf.model import Moment


def day_moment(day: date) -> Moment:
    """Return the moment of one day.

    >>> day_moment(date(2022, 11, 25)).edtf
    '2022-11-25'
    """
    return Moment(day, day, day.isoformat())


def month_moment(year: int, month: int) -> Moment:
    """Return the moment of a whole month (1 to 12)."""
    return between(date(year, month, 1), last_day(year, month))


def year_moment(year: int) -> Moment:
    """Return the moment of a whole calendar year."""
    return between(date(year, 1, 1), date(year, 12, 31))


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def between(earliest: date, latest: date) -> Moment:
    """Return the moment between two days with the shortest EDTF that says exactly that.

    >>> between(date(2023, 1, 1), date(2023, 6, 30)).edtf
    '2023-01/2023-06'
    """
    return Moment(earliest, latest, _interval(*_edges(earliest, latest)))


def between_months(earliest: date, latest: date) -> Moment:
    """Return the moment between two days with an EDTF no finer than months, for vague words."""
    return Moment(earliest, latest, _interval(f"{earliest:%Y-%m}", f"{latest:%Y-%m}"))


def from_to(first: Moment, last: Moment) -> Moment:
    """Return the stretch from ``first`` to ``last``, its EDTF made of the EDTF of both ends."""
    edges = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    return Moment(first.earliest, last.latest, _interval(*edges))


def ends(stretch: Moment) -> tuple[Moment, Moment]:
    """Return what a stretch begins with and ends with, each as fine as its EDTF.

    >>> [each.edtf for each in ends(between(date(2023, 1, 1), date(2023, 6, 30)))]
    ['2023-01', '2023-06']
    """
    first, last = (stretch.edtf.split("/") * 2)[:2]
    return _whole(first), _whole(last)


def _whole(edtf: str) -> Moment:
    year, month, day = (*map(int, edtf.split("-")), 0, 0)[:3]
    if not month:
        return year_moment(year)
    return day_moment(date(year, month, day)) if day else month_moment(year, month)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later; in a shorter month its last day.

    >>> add_months(date(2023, 1, 31), 1)
    datetime.date(2023, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_of(day: date) -> Moment:
    """Return the week from Monday to Sunday that holds ``day``."""
    monday = day - timedelta(days=day.weekday())
    return between(monday, monday + timedelta(days=6))


def middle(moment: Moment) -> date:
    """Return the day half-way between the earliest and the latest day."""
    return moment.earliest + (moment.latest - moment.earliest) // 2


def _edges(earliest: date, latest: date) -> tuple[str, str]:
    month_ends = earliest.day == 1 and latest == last_day(latest.year, latest.month)
    if month_ends and earliest.month == 1 and latest.month == 12:
        return f"{earliest:%Y}", f"{latest:%Y}"
    if month_ends:
        return f"{earliest:%Y-%m}", f"{latest:%Y-%m}"
    return earliest.isoformat(), latest.isoformat()


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
