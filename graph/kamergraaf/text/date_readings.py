"""One date expression as read: what its words say, and which days they mean for a letter's date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from kamergraaf.model import Moment
from kamergraaf.text.date_periods import number_date, period, weekday_near
from kamergraaf.text.date_relative import relative, shifted
from kamergraaf.text.date_words import Direction, Function
from kamergraaf.text.moments import from_to, middle, week_of

_WITH_YEAR = {"year", "years", "year_range", "number_date"}
_LIKELY_WITHIN = timedelta(days=270)
"""A sentence that looks ahead (or back) moves a date without a year at most nine months that way."""
_STALE_WITHIN = timedelta(days=31)
"""Letters are drafted before they are dated: «begin mei a.s.» in a letter of 19 May is this May."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date expression before it is put on the calendar.

    ``fields`` holds the slots of its form, ``edge`` asks for the first or last day of what it names.
    ``direction`` tells on which side of the letter a date without a year lies; ``year_of`` is the
    expression after it that says its year («28 april en 3 mei 2020»), ``until`` the other end of a
    stretch.
    """

    start: int
    end: int
    means: str
    fields: Mapping[str, str]
    function: Function = "point"
    direction: Direction | None = None
    edge: str | None = None
    year_of: "Reading | None" = None
    until: "Reading | None" = None

    @property
    def fixed(self) -> bool:
        """Whether the words hold without the date of the letter."""
        if self.year_of is not None:
            return self.year_of.fixed
        own = self.means in ("calendar", "week") and bool(_WITH_YEAR & set(self.fields))
        return own and (self.until is None or self.until.fixed)

    def moment(self, anchor: Moment | None, before: Moment | None = None) -> Moment | None:
        """Return the days that are meant in a letter of date ``anchor``, or None when unknown.

        ``before`` is the moment of the expression before it, for «een dag eerder».
        """
        first = self._first(anchor, before)
        if self.until is None or first is None:
            return first
        last = self.until.moment(anchor)
        return from_to(first, last) if last and first.earliest <= last.latest else None

    def _first(self, anchor: Moment | None, before: Moment | None) -> Moment | None:
        if self.means == "shifted":
            return before and shifted(self.fields, before)
        if self.year_of is not None:
            other = self.year_of.moment(anchor)
            return other and self._not_after(other)
        found = self._on_calendar(anchor)
        return found and self._at_edge(found)

    def _on_calendar(self, anchor: Moment | None) -> Moment | None:
        if "number_date" in self.fields:
            return number_date(self.fields["number_date"])
        if self.means in ("calendar", "week") and _WITH_YEAR & set(self.fields):
            return self.in_year(int(self.fields.get("year", "0")))
        if anchor is None:
            return None
        if self.means not in ("calendar", "week"):
            return relative(self.means, self.fields, anchor)
        if "weekday" in self.fields and "days" not in self.fields:
            return weekday_near(anchor, int(self.fields["weekday"]), self.direction == "future")
        return _pick_year(self.in_year, anchor, self.direction)

    def in_year(self, year: int) -> Moment | None:
        """Return the moment if it lies in this year; None when the calendar has no such day."""
        try:
            found = period(self.fields, year, self.edge)
        except ValueError:
            return None
        return week_of(found.earliest) if self.means == "week" else found

    def _not_after(self, other: Moment) -> Moment | None:
        """Return the last such moment that does not start after the other, as in a list or range."""
        found = (self.in_year(other.latest.year - back) for back in (0, 1))
        return next((one for one in found if one and one.earliest <= other.latest), None)

    def _at_edge(self, found: Moment) -> Moment:
        """Return the first or last day of what is named, keeping the words' EDTF.

        «voor het einde van 2023» is met until its last day; recesses have their own edges.
        """
        if self.edge is None or {"recess", "season"} & set(self.fields):
            return found
        last = self.edge == "last" or self.fields.get("part") == "end"
        day = found.latest if last else found.earliest
        return Moment(day, day, found.edtf)


def _pick_year(
    of_year: Callable[[int], Moment | None], anchor: Moment, direction: Direction | None
) -> Moment | None:
    """Return the moment of the year that the direction asks for, without one the nearest."""
    here = anchor.earliest.year
    if direction in ("this", "previous", "next"):
        return of_year(here + {"this": 0, "previous": -1, "next": 1}[direction])
    # Eight years to both sides, for the sake of 29 February.
    near = [one for year in range(here - 8, here + 9) if (one := of_year(year))]
    back = [one for one in near if one.earliest <= anchor.latest]
    ahead = [one for one in near if one.latest >= anchor.earliest]
    if not back or not ahead:
        return None
    now = middle(anchor)
    if direction in ("past", "future"):
        meant, other = (back[-1], ahead[0]) if direction == "past" else (ahead[0], back[-1])
        stale = (
            abs(middle(other) - now) <= _STALE_WITHIN < _LIKELY_WITHIN < abs(middle(meant) - now)
        )
        return other if stale else meant
    if direction == "likely-future" and middle(ahead[0]) - now <= _LIKELY_WITHIN:
        return ahead[0]
    if direction == "likely-past" and now - middle(back[-1]) <= _LIKELY_WITHIN:
        return back[-1]
    return min(near, key=lambda one: (abs(middle(one) - now), one.earliest))
