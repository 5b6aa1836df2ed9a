"""Lines become paragraphs: what was wrapped or interrupted is joined, and each gets its kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from kamergraaf.model import ParagraphKind
from kamergraaf.text.characters import BOLD, CELL, HEADINGS, ITEM
from kamergraaf.text.layout import bullet, enumerator, is_part, is_unfinished, section_level
from kamergraaf.text.lines import Layout, Line
from kamergraaf.text.signatures import signature_lines

_HEADING = 120
_HEADING_WORDS = 18
_BODY = 120
_LONG = 60
_FAR = 0.85


@dataclass(slots=True)
class Block:
    """A paragraph in the making."""

    kind: ParagraphKind
    lines: list[Line]
    level: int = 0
    sign: str = ""
    """The bullet or number it starts with."""

    @property
    def text(self) -> str:
        """Its text, with line ends as spaces; long ones are cut off."""
        return " ".join(line.text for line in self.lines[:4])


def blocks(lines: Sequence[Line], layout: Layout) -> list[Block]:
    """Return the paragraphs of a letter without footnotes and running heads, with their kinds."""
    found: list[Block] = []
    signed = signature_lines(lines, layout)
    in_head = True
    for place, line in enumerate(lines):
        block = found[-1] if found else None
        kind: ParagraphKind
        if place in signed:
            kind, sign, opens = "signature", "", signed[place]
        else:
            kind, sign = _shape(line, block, layout)
            following = lines[place + 1] if place + 1 < len(lines) else None
            opens = block is None or _opens(block, kind, line, following, layout)
        if block and in_head:
            in_head = not _is_prose(block)
            opens = opens or (in_head and _ends_head_line(block.lines[-1], line))
        if not opens and found:
            found[-1].lines.append(line)
            continue
        marked = bullet(line.text) if kind == "bullet" else 0
        if marked:
            line = line.without(line.start, line.start + marked)
        found.append(Block(kind, [line], sign=sign))
    _name_head(found)
    _name_headings(found)
    return found


def _shape(line: Line, block: Block | None, layout: Layout) -> tuple[ParagraphKind, str]:
    """Return what a line is by its own form, and the sign of its bullet."""
    if CELL in line.signs:
        return "table-row", ""
    if any(sign in HEADINGS + BOLD for sign in line.signs):
        return "heading", ""
    if ITEM in line.signs:
        return "bullet", ITEM
    marked = bullet(line.text)
    sign = line.text[:1] if marked else enumerator(line.text)
    if not sign:
        return "body", ""
    previous = block.lines[-1] if block else None
    # In the middle of a sentence a dash or a number at the start of a line is no bullet.
    inside = (
        block is not None
        and previous is not None
        and not line.blank
        and not previous.ends
        and previous.text[-1:] not in ";,"
        and not (marked and block.sign == sign)
        and layout.wrapped
        and not layout.stops_short(previous, line)
    )
    return ("body", "") if inside else ("bullet", sign)


def _opens(
    block: Block, kind: ParagraphKind, line: Line, following: Line | None, layout: Layout
) -> bool:
    """Tell whether a line starts a paragraph of its own after this block."""
    if kind != "body" or block.kind in ("table-row", "heading", "signature"):
        return True
    previous = block.lines[-1]
    if layout.known and line.blank:
        return True
    if previous.hyphened:
        return False
    if is_part("closing", previous.text) or _is_salutation(previous.text):
        return True
    if layout.marked and line.page and previous.ends and len(line.text) > _LONG:
        return layout.stops_short(previous, line)
    if line.blank or layout.marked and line.page:
        return not _resumes(block, line, layout)
    if layout.marked:
        return False
    if not layout.wrapped:
        listed = previous.ends or previous.text[-1] in ";,"
        return listed or not line.goes_on or len(previous.text) < _LONG
    if line.goes_on:
        return previous.text.endswith(";") and layout.stops_short(previous, line)
    if previous.ends:
        return (
            layout.stops_short(previous, line)
            or _indented(block, line)
            or following is not None
            and _is_title(line, following, layout)
        )
    # Only a heading ends before the line is full and without a full stop.
    alone = len(block.lines) == 1 and not layout.spaced and line.text[0].isalpha()
    share = 1 if alone else _FAR
    unfinished = is_unfinished(previous.text)
    return layout.stops_short(previous, line, share) and not unfinished


def _indented(block: Block, line: Line) -> bool:
    if block.kind == "bullet" and len(block.lines) > 1:
        return block.lines[-1].indent > line.indent
    return line.indent - block.lines[-1].indent > 1


def _is_title(line: Line, following: Line, layout: Layout) -> bool:
    """Tell whether a line has the form of a heading that stands close above its text."""
    return (
        not (line.ends or line.goes_on or line.hyphened or following.goes_on or layout.spaced)
        and line.text[-1] not in ",;"
        and layout.stops_short(line, following)
    )


def _resumes(block: Block, line: Line, layout: Layout) -> bool:
    """Tell whether a sentence that was interrupted goes on after a blank line."""
    previous = block.lines[-1]
    if previous.ends or previous.text.endswith(";") or is_part("head", previous.text):
        return False
    if block.kind == "bullet" and line.goes_on and line.indent > block.lines[0].indent:
        return True
    if not layout.wrapped:
        return (line.goes_on and len(previous.text) > _LONG) or (
            line.page and len(previous.text) > 2 * _LONG
        )
    inside = line.goes_on or is_unfinished(previous.text)
    if line.page:
        return (inside and 2 * len(previous.text) > layout.full) or not layout.stops_short(
            previous, line, _FAR
        )
    return inside and not layout.stops_short(previous, line)


def _is_salutation(text: str) -> bool:
    return text.endswith(",") and is_part("head", text)


def _is_prose(block: Block) -> bool:
    size = len(block.text)
    ended = block.lines[-1].ends or size > 3 * _BODY
    return block.kind in ("body", "bullet") and size > _BODY and ended


def _ends_head_line(previous: Line, line: Line) -> bool:
    """Tell whether a line of the letterhead stands by itself, however long it is."""
    return (
        is_part("head", previous.text)
        and not previous.hyphened
        and not is_unfinished(previous.text)
        and (not line.goes_on or line.text.startswith("www."))
    )


def _name_head(found: list[Block]) -> None:
    """Mark what stands above the running text as the head of the letter, if it has a head."""
    last = -1
    for place, block in enumerate(found):
        text = block.text
        if _is_prose(block):
            break
        if is_part("head", text) or any(is_part("head", line.text) for line in block.lines[:2]):
            last = place
    for block in found[: last + 1]:
        block.kind, block.level = "head", 0


def _name_headings(found: list[Block]) -> None:
    numbered = any(
        any(sign in HEADINGS for sign in block.lines[0].signs)
        or block.kind in ("body", "bullet")
        and section_level(block.text)
        and _is_short(block)
        for block in found
    )
    for place, block in enumerate(found):
        marks = [sign for sign in block.lines[0].signs if sign in HEADINGS]
        level = section_level(block.text)
        if block.kind == "heading" and marks:
            block.level = HEADINGS.index(marks[0]) + 1
        elif block.kind == "heading" or _is_heading(found, place):
            block.kind, block.level = "heading", level or 1 + numbered


def _is_heading(found: Sequence[Block], place: int) -> bool:
    block = found[place]
    if block.kind not in ("body", "bullet") or not _is_short(block) or place + 1 == len(found):
        return False
    if is_part("sentence", block.text):
        return False
    if block.kind == "bullet":
        neighbours = [*found[max(0, place - 1) : place], *found[place + 1 : place + 2]]
        listed = any(other.kind == "bullet" for other in neighbours)
        return block.sign[:1].isdigit() and not listed
    return found[place + 1].kind != "signature"


def _is_short(block: Block) -> bool:
    text = block.text
    return (
        len(block.lines) <= 3
        and len(text) <= _HEADING
        and len(text.split()) <= _HEADING_WORDS
        and text[-1:] not in ";,"
        and not (block.lines[-1].ends or block.lines[0].goes_on)
    )
