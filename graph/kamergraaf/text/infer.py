"""The date of an undated letter, from what its text says about past and coming days.

Every date in the text, every signatory and the parliamentary year is a witness that says on which days
the letter can have been written.  The first days on which most of them agree are the answer; of a
long stretch the first three months, for letters are written soon after the last thing they tell.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kamergraaf.model import Moment, Signatory
from kamergraaf.reference import person_by_signature, tenures_of
from kamergraaf.text.date_readings import Reading
from kamergraaf.text.date_words import date_words
from kamergraaf.text.dates import read_times
from kamergraaf.text.moments import between_months, day_moment

LONGEST = timedelta(days=91)
"""From the first to the last day of an inferred date at most: 92 days with both."""
_FRESH = timedelta(days=270)
"""«10 maart jl.» is written within nine months after it, «in april» within nine months before it.

Most are written within four months.
"""
_VERY_FRESH = timedelta(days=120)
_STALE = timedelta(days=31)
_REACH = 160
_SENTENCE = 1000
"""So far from a date its sentence is looked at, in letters."""
_SEARCHED = timedelta(days=500)
_DAY = timedelta(days=1)
_HABIT, _PLAIN, _STRONG = 1, 2, 6
"""How much a witness weighs: a habit of writing, a plain statement, a tenure or parliamentary year."""
_CITED = re.compile(r"d\.d\.|dd\.|gedateerd", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:verzoek|brief|brieven|motie|moties|vragen|debat|\w+debat|overleg|besluit|resolutie|advies|"
    r"rapport|verslag|toezegging|beantwoording)\b[^.;:()\n]{0,120}\bvan\s\Z",
    re.IGNORECASE,
)
"""What has a date of its own, and is older than the letter that names it with its year."""
_PAPER = re.compile(r"[ ,;(]{1,3}(?:kamerstuk|\(?\d\d \d{3})", re.IGNORECASE)

_SINCE = re.compile(r"sinds|sedert", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?:(?!\b(?:\w{0,5}ge|be|ver|ont|her)\w+(?:d|t|en)\b)[^.,;:()\n]){0,80}\bte [a-zë]+en\b"
)
"""An infinitive after the date, and no participle between: «om in 2023 een bijdrage te leveren»."""


@dataclass(frozen=True, slots=True)
class _Witness:
    """What one date or signatory says: the letter may be of the days that ``allows`` accepts."""

    allows: Callable[[date], bool]
    weight: int
    near: Callable[[date], bool] | None = None
    """For a date without a year: the letter is likely to be this near to it."""


def infer_date(
    text: str, signatories: tuple[Signatory, ...] = (), session: int | None = None
) -> Moment | None:
    """Return the days, at most 92, in which the letter was written, or None when nothing tells.

    ``session`` is the year in which its parliamentary year begins.  The EDTF names the month when all
    days lie in one, else the first and the last month.
    """
    readings = read_times(text)
    told = [moment for one in readings if (moment := _told(text, one))]
    if not told:
        return None
    last = max(moment.earliest for moment in told)
    days = [last + n * _DAY for n in range(-_SEARCHED.days, _SEARCHED.days)]
    years = range(days[0].year - 1, days[-1].year + 2)
    witnesses = [witness for one in readings for witness in _from_date(text, one, years)]
    witnesses += [*_from_tenures(signatories), *_from_session(session)]
    return _best(days, witnesses)


def _best(days: list[date], witnesses: list[_Witness]) -> Moment:
    """Return the first run of days that most witnesses allow, of equals the one with fresher news."""
    sure = [sum(one.weight for one in witnesses if one.allows(day)) for day in days]
    fresh = [sum(one.near is not None and one.near(day) for one in witnesses) for day in days]
    start = max(range(len(days)), key=lambda at: (sure[at], fresh[at], -at))
    end = start
    while start and sure[start - 1] == sure[end]:
        start -= 1
    while end + 1 < len(days) and sure[end + 1] == sure[start]:
        end += 1
    first, last = days[start], min(days[end], days[start] + LONGEST)
    return between_months(first, last) if first < last else day_moment(first)


def _told(text: str, reading: Reading) -> Moment | None:
    """Return the day or month, with its year, that the letter tells as past, or None."""
    if not reading.fixed or not (_is_cited(text, reading) or _is_past(text, reading)):
        return None
    moment = reading.moment(None)
    return moment if moment and moment.latest - moment.earliest <= LONGEST else None


def _is_cited(text: str, reading: Reading) -> bool:
    """Whether the date is that of a paper: «d.d. 31 oktober 2023», «van 7 oktober 2016 (Kamerstuk»."""
    if _CITED.match(text, reading.start) or _PAPER.match(text, reading.end):
        return True
    before = text[max(0, reading.start - _REACH) : reading.start]
    return "days" in reading.fields and _ASKED.search(before) is not None


def _is_past(text: str, reading: Reading) -> bool:
    """Whether the sentence tells a past event: not «na 2022» or «besloten in 2023 bij te dragen»."""
    if reading.direction == "likely-future" or _TO_DO.match(text, reading.end):
        return False
    if reading.direction == "likely-past" or _SINCE.match(text, reading.start):
        return True
    first, last = max(0, reading.start - _SENTENCE), min(len(text), reading.end + _SENTENCE)
    start = max(text.rfind(stop, first, reading.start) for stop in (". ", "\n"))
    ends = (text.find(stop, reading.end, last) for stop in (". ", ".\n", "\n"))
    end = min((end for end in ends if end >= 0), default=last)
    perfect = date_words().perfect.search(text, max(start, first), end)
    return reading.function == "point" and perfect is not None


def _from_date(text: str, reading: Reading, years: range) -> Iterator[_Witness]:
    if reading.fixed and (moment := reading.moment(None)):
        past = _is_past(text, reading)
        yield from _from_fixed(moment, reading, _is_cited(text, reading), past)
    elif reading.means in ("calendar", "week") and not reading.fields.keys() & {"weekday"}:
        yield from _from_yearly(reading, years)


def _from_yearly(reading: Reading, years: range) -> Iterator[_Witness]:
    """Yield what a date without a year says; a bare month says nothing, a bare day is most often past.

    A letter may be dated after the coming day that it was drafted before («begin mei a.s.», 19 May).
    """
    moments = [moment for year in years if (moment := reading.in_year(year))]
    if reading.direction in ("future", "likely-future"):
        ahead = partial(_ahead, moments)
        yield _Witness(partial(ahead, _DAY, _FRESH), _HABIT, partial(ahead, _DAY, _VERY_FRESH))
        if reading.direction == "future":
            yield _Witness(partial(ahead, -_STALE, _FRESH), _PLAIN)
    elif reading.direction in ("past", "likely-past") or "days" in reading.fields:
        weight = _PLAIN if reading.direction == "past" else _HABIT
        back = partial(_back, moments)
        yield _Witness(partial(back, _FRESH), weight, partial(back, _VERY_FRESH))


def _ahead(moments: list[Moment], least: timedelta, most: timedelta, day: date) -> bool:
    return any(least <= one.earliest - day <= most for one in moments)


def _back(moments: list[Moment], most: timedelta, day: date) -> bool:
    """Whether one of the moments lies so shortly before; a month that is named is over."""
    return any(_least(one) <= day - one.latest <= most for one in moments)


def _least(moment: Moment) -> timedelta:
    return timedelta(0) if moment.earliest == moment.latest else _DAY


def _from_fixed(moment: Moment, reading: Reading, cited: bool, past: bool) -> Iterator[_Witness]:
    if cited:
        yield _Witness(lambda day: day >= moment.latest, _PLAIN)
    elif reading.function in ("end", "deadline"):
        yield _Witness(lambda day: day <= moment.latest, _HABIT)
    elif reading.direction == "likely-future":
        # Who writes in April says «deze maand», not «in april»; so too for quarters and years.
        yield _Witness(lambda day: day <= moment.latest, _PLAIN)
        yield _Witness(lambda day: day < moment.earliest, _HABIT)
    elif past:
        weight = _PLAIN if reading.direction == "likely-past" else _HABIT
        yield _Witness(lambda day: day >= moment.earliest, weight)


def _from_tenures(signatories: Iterable[Signatory]) -> Iterator[_Witness]:
    for signatory in signatories:
        person = person_by_signature(signatory.name) if signatory.name else None
        held = [
            (one.start.earliest, one.end.latest if one.end else date.max)
            for one in tenures_of(signatory.post or "")
            if person is None or one.person == person.id
        ]
        if held:
            yield _Witness(partial(_within, held), _STRONG)


def _within(held: list[tuple[date, date]], day: date) -> bool:
    return any(start <= day < end for start, end in held)


def _from_session(session: int | None) -> Iterator[_Witness]:
    """Yield the parliamentary year, from the third Tuesday of September, or 1 September of old."""
    if session is not None:
        first, last = date(session, 9, 1), date(session + 1, 9, 30)
        yield _Witness(lambda day: first <= day <= last, _STRONG)
