"""Where a letter is signed: lines with an office and a name, or a closing phrase."""

from collections.abc import Sequence

from kamergraaf.text.layout import is_part, is_unfinished
from kamergraaf.text.lines import Layout, Line

_OFFICE_STARTS = ("de minister", "de staatssec", "minister", "staatssecr", "mede namens", "namens")
# An office with a long name is broken into at most so many lines; a written signature takes space.
_LINES = 3
_SPACE = 10


def signature_lines(lines: Sequence[Line], layout: Layout) -> dict[int, bool]:
    """Return the lines of the signatures; True for each that starts a paragraph."""
    found: dict[int, bool] = {}
    place = 0
    while place < len(lines):
        stop, starts = place + 1, set[int]()
        if is_part("closing", lines[place].text) or _is_both(lines[place].text):
            starts = {place}
            below = lines[place + 1].text if place + 1 < len(lines) else ""
            if is_unfinished(lines[place].text) and _is_both(f"{lines[place].text} {below}"):
                stop = place + 2
        elif lines[place].text[:12].lower().startswith(_OFFICE_STARTS):
            stop, starts = _signed(lines, place, layout, place - 1 in found)
        for number in range(min(starts, default=stop), stop):
            found[number] = number in starts
        place = max(stop, place + 1)
    return found


def _signed(
    lines: Sequence[Line], place: int, layout: Layout, after_signature: bool
) -> tuple[int, set[int]]:
    """Return where the signature ends whose office starts here, and where its paragraphs start."""
    line = lines[place]
    previous = lines[place - 1] if place else None
    named = previous is not None and line.blank == 0 and is_part("name", previous.text)
    opens = after_signature or previous is None or line.blank or line.page or previous.ends
    if not (opens or named or previous and layout.stops_short(previous, line)):
        return place, set()
    text = ""
    for stop in range(place + 1, min(place + _LINES, len(lines)) + 1):
        text = f"{text} {lines[stop - 1].text}".strip()
        following = lines[stop] if stop < len(lines) else None
        if not is_part("office", text):
            break
        if following and following.blank <= _SPACE and is_part("name", following.text):
            return stop + 1, {place, stop}
        if named and not after_signature and (following is None or following.blank):
            return stop, {place - 1, place}
        if following is None or text.endswith(",") and _is_signature(following):
            return stop, {place}
        if following.blank:
            break
    return place, set()


def _is_signature(line: Line) -> bool:
    return is_part("closing", line.text) or (is_part("office", line.text) and line.blank > 0)


def _is_both(text: str) -> bool:
    """Tell whether office and name stand on one line, either first."""
    first, comma, last = text.partition(", ")
    if comma and is_part("name", first) and is_part("office", last):
        return True
    first, comma, last = text.rpartition(", ")
    return bool(comma) and is_part("office", first) and is_part("name", last)
