"""Paragraphs of known structure become the lines that paragraphs of a letter are made of."""

import re
from collections.abc import Iterator, Sequence

from kamergraaf.source import Part, Run
from kamergraaf.text.characters import (
    BOLD,
    CELL,
    HEADINGS,
    ITEM,
    MARK_CLOSE,
    MARK_OPEN,
    normalised,
)
from kamergraaf.text.layout import is_part
from kamergraaf.text.lines import Line, parted
from kamergraaf.text.mapped import Mapped

_PROSE = 160
_SPACES = re.compile(" {2,}")
_ONE_SPACE = str.maketrans("\n\r\f\t\v\x85\u2028\u2029", "        ")


def structured(parts: Sequence[Part]) -> tuple[Mapped, list[Line], list[list[Line]]]:
    """Return the text of these paragraphs with its signs, its lines, and the lines of each footnote.

    Each paragraph opens a line after a blank one; a line break in it opens a line without.
    """
    parts = _without_head_rows([part for part in parts if part.kind != "running-head"])
    whole = [_signed(part) for part in parts]
    body = Mapped.joined(
        text for part, text in zip(parts, whole, strict=True) if not _is_note(part)
    )
    notes = [text for part, text in zip(parts, whole, strict=True) if _is_note(part)]
    text = Mapped.joined([body, *notes])
    lines = parted(text.text[: len(body.text)])
    at = len(body.text)
    noted: list[list[Line]] = []
    for note in notes:
        found = parted(note.text, at)
        noted += [found] if found else []
        at += len(note.text)
    return text, lines, noted


def running_heads(parts: Sequence[Part]) -> tuple[str, ...]:
    """Return the page headers and footers among these paragraphs."""
    heads = (part for part in parts if part.kind == "running-head")
    texts = (
        " ".join(normalised(Mapped.of(" ".join(_text(part).split()))).text.split())
        for part in heads
    )
    return tuple(dict.fromkeys(filter(None, texts)))


def _without_head_rows(parts: Sequence[Part]) -> list[Part]:
    """Return the paragraphs; rows of a letterhead («Datum | 6 juli 2012») are no table."""
    prose = next((n for n, part in enumerate(parts) if len(_text(part)) > _PROSE), len(parts))
    return [
        Part("paragraph", (tuple(_joined(part)),))
        if number < prose and part.kind == "row" and is_part("head", " ".join(_text(part).split()))
        else part
        for number, part in enumerate(parts)
    ]


def _joined(part: Part) -> Iterator[Run]:
    for cell in part.cells:
        yield from cell
        if cell:
            yield Run(" ", cell[-1].end, cell[-1].end)


def _text(part: Part) -> str:
    return " ".join("".join(run.text for run in cell) for cell in part.cells)


def _is_note(part: Part) -> bool:
    return part.kind == "footnote"


def _signed(part: Part) -> Mapped:
    pieces: list[Mapped] = []
    for number, cell in enumerate(part.cells):
        text = Mapped.joined(_run(run) for run in cell)
        if number or part.kind == "row":
            at = text.source(0, 0)[0]
            pieces.append(Mapped.inserted(CELL, at, at))
            text = text.edit((m, m + 1, " ") for m in _breaks(text.text))
        pieces.append(text)
    joined = Mapped.joined(pieces)
    joined = joined.edit((*match.span(), " ") for match in _SPACES.finditer(joined.text))
    first, last = joined.source(0, 0)[0], joined.ends[-1] if joined.ends else 0
    ends = Mapped.inserted("\n\n", last, last)
    return Mapped.joined([Mapped.inserted(_sign(part), first, first), joined, ends])


def _breaks(text: str) -> Iterator[int]:
    return (at for at, char in enumerate(text) if char == "\n")


def _run(run: Run) -> Mapped:
    if run.text == "\n":
        return Mapped.inserted("\n", run.start, run.end)
    number = run.text.strip(" []().")
    if run.mark and number.isdecimal():
        return Mapped.inserted(f"{MARK_OPEN}{number}{MARK_CLOSE}", run.start, run.end)
    text = run.text.translate(_ONE_SPACE)
    if len(text) == run.end - run.start:
        return normalised(Mapped.of(text, run.start))
    return normalised(Mapped.inserted(text, run.start, run.end))


def _sign(part: Part) -> str:
    if part.kind == "heading":
        return HEADINGS[min(part.level, len(HEADINGS)) - 1] if part.level else BOLD
    return ITEM if part.kind == "item" else ""
