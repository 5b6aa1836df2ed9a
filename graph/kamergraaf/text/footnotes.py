"""Footnotes: their bodies found in the middle of the text, their marks cut off words and numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kamergraaf.text.characters import MARK_CLOSE, MARK_OPEN
from kamergraaf.text.footnote_marks import LIKELY, Marks
from kamergraaf.text.lines import Layout, Line, Range

_LABEL = re.compile(
    rf"""
      {MARK_OPEN}(?P<raised>\d{{1,3}}){MARK_CLOSE}[:.)]?[ ]*(?=\S)
    | \[\^?(?P<bracket>\d{{1,3}})\]:?[ ]+
    | (?P<plain>\d{{1,3}})\)?[ ]+(?=\S)
    """,
    re.VERBOSE,
)
_DAY = re.compile(r"\d+ (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b")
# How far a footnote without a mark may stand below the one before it.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class _Body:
    number: int
    line: int
    label: int
    """How many characters of its first line are its number."""
    sure: bool
    heading: bool


def separate(
    lines: Sequence[Line], layout: Layout, text: str
) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines of the text without footnote marks, and the lines of each footnote.

    A number counts as a mark when a footnote of that number follows it and the marks come in
    ascending order, or when it is raised in the source.  The footnotes lose their number.
    """
    marks = Marks(text)
    bodies, used = _matched(list(_candidates(lines, layout)), lines, marks)
    used += marks.raised()
    used += [] if bodies or layout.known else marks.chain()
    used.sort()
    ranges = [_extent(number, bodies, lines, layout) for number in range(len(bodies))]
    notes: list[list[Line]] = []
    for body, (first, stop) in zip(bodies, ranges, strict=True):
        opening = lines[first].without(lines[first].start, lines[first].start + body.label)
        notes.append([_unmarked(line, used) for line in (opening, *lines[first + 1 : stop])])
    return list(_remaining(lines, ranges, used)), notes


def without_raised(lines: Sequence[Line], text: str) -> list[Line]:
    """Return the lines without the numbers that the source raises above the line."""
    return list(_remaining(lines, [], sorted(Marks(text).raised())))


def _candidates(lines: Sequence[Line], layout: Layout) -> Iterator[_Body]:
    above: dict[int, int] = {}
    for place, line in enumerate(lines):
        match = _LABEL.match(line.text)
        if not match or (match["plain"] and _DAY.match(line.text)):
            continue
        number = int(match["raised"] or match["bracket"] or match["plain"])
        previous = lines[place - 1] if place else None
        follows = number - 1 in above and place - above[number - 1] <= _NEAR
        starts = (
            previous is None
            or line.blank
            or line.page
            or follows
            or previous.ends
            or layout.stops_short(previous, line)
        )
        if not starts and match["plain"]:
            continue
        above[number] = place
        below = lines[place + 1] if place + 1 < len(lines) else None
        heading = bool(line.signs) or (
            len(line.text) < 70 and not line.ends and below is not None and below.blank > 0
        )
        yield _Body(number, place, match.end(), not match["plain"], heading)


def _matched(
    candidates: list[_Body], lines: Sequence[Line], marks: Marks
) -> tuple[list[_Body], list[Range]]:
    """Return the footnotes, numbered upwards and each with its mark before it, and the marks."""
    bodies: list[_Body] = []
    used: list[Range] = []
    last_with = {body.number: place for place, body in enumerate(candidates)}
    at = 0
    for place, body in enumerate(candidates):
        previous = bodies[-1] if bodies else None
        step = body.number - (previous.number if previous else 0)
        restart = previous is not None and body.number == 1
        if not restart and previous is not None and not 1 <= step <= 3:
            continue
        if body.heading and not body.sure and last_with[body.number] > place:
            continue
        mark = marks.between(body.number, at, lines[body.line].start)
        near = previous is not None and step == 1 and _adjoins(previous, body, lines)
        if not (near or body.sure or mark and (mark.rank <= LIKELY or step == 1 or restart)):
            continue
        bodies.append(body)
        if mark:
            used.append((mark.start, mark.end))
            at = mark.end
    return bodies, used


def _adjoins(previous: _Body, body: _Body, lines: Sequence[Line]) -> bool:
    between = lines[previous.line + 1 : body.line + 1]
    return len(between) <= _NEAR and not any(line.blank or line.page for line in between)


def _extent(number: int, bodies: Sequence[_Body], lines: Sequence[Line], layout: Layout) -> Range:
    first = bodies[number].line
    limit = bodies[number + 1].line if number + 1 < len(bodies) else len(lines)
    stop = first + 1
    while stop < limit:
        line, previous = lines[stop], lines[stop - 1]
        if line.page or line.blank or line.signs:
            break
        if layout.marked:
            stop += 1
            continue
        if previous.ends and line.goes_on:
            break
        if layout.stops_short(previous, line) and (previous.ends or not line.goes_on):
            break
        stop += 1
    return first, stop


def _unmarked(line: Line, used: Sequence[Range]) -> Line:
    place = bisect_left(used, (line.start, 0))
    while place < len(used) and used[place][0] < line.end:
        line = line.without(*used[place])
        place += 1
    return line


def _remaining(
    lines: Sequence[Line], notes: Sequence[Range], used: Sequence[Range]
) -> Iterator[Line]:
    taken = {number for first, stop in notes for number in range(first, stop)}
    blank, page = 0, False
    for number, line in enumerate(lines):
        bare = _unmarked(line, used)
        if number in taken or not bare.text:
            blank, page = blank + line.blank, page or number in taken
        else:
            yield replace(bare, blank=line.blank + blank, page=line.page or page)
            blank, page = 0, False
