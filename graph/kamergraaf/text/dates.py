"""Dutch dates in a text: where they stand, which days they mean and what the words make of them.

The words and forms are data (``dates.toml``).  A moment is the day or period that the words name;
``function`` says which side of it is meant.  So «tot 1 januari» is an end with the moment 1 January,
although the last day may be the day before: Dutch officials use it both ways.  Only «voor juli 2024»
and «na 2022» mean the first and the last day of what they name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from kamergraaf.model import Moment, TimeExpression
from kamergraaf.text.date_readings import Reading
from kamergraaf.text.date_words import Direction, Form, Head, date_words

_SENTENCE = 1000
"""So far from a date its sentence is looked at, in letters."""
_REACH = 45
"""The longest preposition with its fillers, in characters."""
_BREAK = re.compile(r"\n|[.!?;] (?=[A-ZÀ-Ý«])")
_TO = re.compile(r" ?[–—-] ?| (?:tot en met|t/m|tot)(?: (?:uiterlijk|in|het))* ")
_AND = re.compile(r" en (?:(?:van|op|in) )?|, | of ")
_FROM = re.compile(
    r"(?<!\w)(?:van|vanaf|tussen|in de periode|periode)(?: (?:van|de|het))* ?\Z", re.IGNORECASE
)
_PARTICLE = re.compile(r"(?: van)?(?: het| de)?\Z")
"""What may follow a part of a month or year: «het einde van het»."""
_BETWEEN = re.compile(r"(?<!\w)tussen(?: (?:de|het))* ?\Z", re.IGNORECASE)
_LOOSE = re.compile(r"(?<!\w)(?:van|tot|over|voor|uit|tegen|met)(?: \w+)? ?\Z", re.IGNORECASE)


def find_times(
    text: str, start: int = 0, anchor: Moment | None = None
) -> tuple[TimeExpression, ...]:
    """Return every date in ``text``, in text order, offsets in code points plus ``start``.

    ``anchor`` is the letter's date; without it the moment of «jl.» or «in april» is None.

    >>> [time.quote for time in find_times("Verlengd tot en met 30 juni 2024, zie nr. 2018.")]
    ['tot en met 30 juni 2024']
    """
    found: list[TimeExpression] = []
    last: Moment | None = None
    for reading in read_times(text):
        quote = text[reading.start : reading.end]
        between = text[found[-1].end - start : reading.start] if found else "\n"
        moment = reading.moment(anchor, None if "\n" in between else last)
        last = moment or last
        function = reading.function
        found.append(
            TimeExpression(start + reading.start, start + reading.end, quote, moment, function)
        )
    return tuple(found)


def read_times(text: str) -> tuple[Reading, ...]:
    """Return every date in ``text`` as its words say it, not yet put on the calendar."""
    bare = _share_years(text, [*_first_and_longest(_candidates(text))])
    breaks = [0, *(match.end() for match in _BREAK.finditer(text))]
    return tuple(_in_sentence(text, reading, breaks) for reading in _with_heads(text, bare))


# ------------------------------------------------------------------------- finding the dates
def _candidates(text: str) -> Iterable[Reading]:
    for line in re.finditer(r".+", text):
        for form in _possible(line[0].lower()):
            for match in form.pattern.finditer(text, *line.span()):
                reading = _reading(form, match)
                if not _counts_something(text, reading):
                    yield reading


def _possible(lower: str) -> Iterable[Form]:
    """Return the forms of which a line has all the words; trying each form costs ten times more."""
    words = date_words()
    there = [any(word in lower for word in needed) for needed in words.needed]
    return (form for form in words.forms if all(there[each] for each in form.needs))


def _reading(form: Form, match: re.Match[str]) -> Reading:
    words = date_words()
    fields = {name: value for name, value in match.groupdict().items() if value is not None}
    start = match.start()
    if "days" in fields and (days := re.findall(r"\d+", fields["days"])) != sorted(days, key=int):
        # «nr. 12, 5 en 6 mei»: the list starts at the smallest day, what is before it is no day.
        fields["days"] = days[-1]
        start = match.start("days") + match["days"].rindex(days[-1])
    side = fields.get("after") or fields.get("before")
    table = words.keys["after" if "after" in fields else "before"]
    direction = cast(Direction, table[side.lower()]) if side else None
    for name in fields.keys() - {"months", "number", "days"}:
        keys = words.keys.get(name.replace("_", "-"))
        if keys:
            fields[name] = keys[_PARTICLE.sub("", fields[name].lower())]
    fields |= {"literal": match[0].lower(), "months_true": str(form.months)}
    fields |= {"needs_head": "yes"} if form.needs_head else {}
    return Reading(start, match.end(), form.means, fields, form.function or "point", direction)


def _counts_something(text: str, reading: Reading) -> bool:
    """Whether a bare year is a number of things or of a document: «2000 militairen»."""
    if not {"years", "year_range"} & set(reading.fields):
        return False
    words = date_words()
    before, after = (
        text[max(0, reading.start - _REACH) : reading.start],
        text[reading.end : reading.end + 60],
    )
    if words.not_after.search(before):
        return True
    near = after.split(" ")[1 : 3 if _LOOSE.search(before) else 2]
    return after[:1] in (" ", "%") and any(words.not_before.match(word) for word in near)


def _first_and_longest(readings: Iterable[Reading]) -> Iterable[Reading]:
    end = 0
    for reading in sorted(readings, key=lambda one: (one.start, -one.end)):
        if reading.start >= end:
            end = reading.end
            yield reading


def _share_years(text: str, readings: list[Reading]) -> list[Reading]:
    """Join «van X tot Y» to one stretch, and give X the year of Y in «X en Y 2020»."""
    found: list[Reading] = []
    for reading in reversed(readings):
        later = found[-1] if found else None
        between = text[reading.end : later.start] if later else "\n"
        before = text[max(0, reading.start - _REACH) : reading.start]
        if later is None or not _dated(reading) or not _dated(later):
            found.append(reading)
            continue
        open_year = reading.direction is None and not reading.fixed
        if later.until is None and _is_range(between, before, open_year):
            found[-1] = replace(
                reading,
                end=later.end,
                function="span",
                year_of=later if open_year else None,
                until=later,
                fields={**reading.fields, "needs_head": ""},
            )
        elif open_year and _AND.fullmatch(between):
            found.append(replace(reading, year_of=later))
        else:
            found.append(reading)
    return found[::-1]


def _dated(reading: Reading) -> bool:
    return reading.means == "calendar" and bool({"days", "months", "years"} & set(reading.fields))


def _is_range(between: str, before: str, open_year: bool) -> bool:
    if between == " en ":
        return bool(_BETWEEN.search(before))
    return bool(_TO.fullmatch(between)) and (
        open_year or "–" in between or "-" in between or bool(_FROM.search(before))
    )


# ------------------------------------------------------------ what the words around make of them
def _with_heads(text: str, readings: Iterable[Reading]) -> Iterable[Reading]:
    end = 0
    for reading in readings:
        before = text[max(end, reading.start - _REACH) : reading.start]
        end = reading.end
        found = (
            (match, head) for head in date_words().heads if (match := head.pattern.search(before))
        )
        match, head = min(found, key=lambda pair: pair[0].start(), default=(None, None))
        if match and head:
            yield _headed(reading, head, reading.start - len(match[0]))
        elif not reading.fields.get("needs_head"):
            yield _listed(reading)


def _headed(reading: Reading, head: Head, start: int) -> Reading:
    bare_year = set(reading.fields) & {"years", "year_range"} and "part" not in reading.fields
    function = head.bare_year if bare_year and head.bare_year else head.function
    if reading.means in ("within", "duration", "vague", "shifted") or not head.quoted:
        return _listed(reading)
    direction = reading.direction or (head.direction if not bare_year else None)
    edge = head.edge if function == head.function else None
    reading = replace(reading, start=start, function=function, direction=direction, edge=edge)
    return _listed(reading) if function == "point" else reading


def _listed(reading: Reading) -> Reading:
    """Make a span of a point that holds several days, months or years."""
    texts = (reading.fields.get(name, "") for name in ("days", "months", "years", "year_range"))
    several = any(re.search(r"\w(?:,| en | of | tot | t/m | ?[–—/-])", text) for text in texts)
    stretch = reading.until is not None or reading.means in ("past-stretch", "coming-stretch")
    if reading.function == "point" and (several or stretch):
        return replace(reading, function="span")
    return reading


def _in_sentence(text: str, reading: Reading, breaks: list[int]) -> Reading:
    """Let the sentence say whether a date lies ahead or behind; that moves only one without a year."""
    if reading.direction or reading.means not in ("calendar", "week"):
        return reading
    at = bisect_right(breaks, reading.start)
    low, high = breaks[at - 1], breaks[at] if at < len(breaks) else len(text)
    low, high = max(low, reading.start - _SENTENCE), min(high, reading.end + _SENTENCE)
    distances: list[tuple[int, Direction]] = []
    words = date_words()
    pairs: tuple[tuple[re.Pattern[str], Direction], ...] = (
        (words.future, "likely-future"),
        (words.past, "likely-past"),
    )
    for cue, direction in pairs:
        for match in cue.finditer(text, low, high):
            away = max(match.start() - reading.end, reading.start - match.end())
            distances.append((away, direction))
    return replace(reading, direction=min(distances)[1]) if distances else reading
