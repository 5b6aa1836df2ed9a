"""A letter as clean running text: one paragraph a line, with the way back to the source.

The steps, each in a module of its own: characters, markup, lines, running heads, footnotes,
paragraphs, and the seams where a line meets the next.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from kamergraaf.model import Paragraph, Piece
from kamergraaf.source import Part, SourceFile
from kamergraaf.text.characters import CELL, SIGNS, SOFT_HYPHEN, normalised
from kamergraaf.text.columns import unfolded
from kamergraaf.text.footnotes import separate, without_raised
from kamergraaf.text.hyphens import Words
from kamergraaf.text.lines import Layout, Line, layout, split
from kamergraaf.text.mapped import Mapped, source_span
from kamergraaf.text.markup import stripped
from kamergraaf.text.paragraphs import Block, blocks
from kamergraaf.text.running_heads import without_running_heads
from kamergraaf.text.structure import running_heads, structured

__all__ = ["Cleaned", "clean", "cleaned", "source_span"]


_LEFT_OVER = re.compile(f"[{SIGNS}{SOFT_HYPHEN}]").finditer
_SPACES = re.compile(r"[ \t]{2,}|\t").finditer
_CELLS = re.compile(f" ?{CELL}(?: ?{CELL})* ?").finditer


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean running text: NFC, one paragraph a line, single plain spaces, footnotes at the end."""

    text: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    running_heads: tuple[str, ...]
    """Page headers and footers, which are not in the text, in their order."""


def cleaned(source: SourceFile) -> Cleaned:
    """Return the clean running text of a file, by its structure where that is known."""
    if source.parts is not None:
        return _restructured(source.parts)
    return clean(source.text, marked=source.form == "pdf")


# Reading a file looks at its clean text for the language, and the letter is then made of the same.
@lru_cache(maxsize=1)
def clean(source_text: str, marked: bool = False) -> Cleaned:
    """Return the clean running text of a letter; ``marked``: every paragraph ends in a blank line.

    >>> clean("Het kabinet zal een schrifte-\\nlijke reactie geven op 3 mei.").text
    'Het kabinet zal een schriftelijke reactie geven op 3 mei.'
    """
    text = unfolded(stripped(normalised(Mapped.of(source_text)))).composed()
    lines, heads = without_running_heads(split(text))
    shape = replace(layout(lines), marked=marked)
    body, notes = separate(lines, shape, text.text)
    return _made(text, body, notes, shape, heads)


@lru_cache(maxsize=1)
def _restructured(parts: tuple[Part, ...]) -> Cleaned:
    text, lines, notes = structured(parts)
    shape = replace(layout(lines), spaced=True, known=True)
    if notes:
        lines = without_raised(lines, text.text)
    else:
        lines, notes = separate(lines, shape, text.text)
    return _made(text, lines, notes, shape, running_heads(parts))


def _made(
    text: Mapped,
    body: Sequence[Line],
    notes: Sequence[list[Line]],
    shape: Layout,
    heads: Sequence[str],
) -> Cleaned:
    found = blocks(body, shape)
    found += [Block("footnote", note) for note in notes]
    words = Words([line.text for block in found for line in block.lines])
    rendered = [(block, _rendered(block.lines, text, words)) for block in found]
    return _assembled([(block, part) for block, part in rendered if part.text], heads)


def _assembled(rendered: Sequence[tuple[Block, Mapped]], heads: Sequence[str]) -> Cleaned:
    parts: list[Mapped] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for block, part in rendered:
        if parts:
            end = parts[-1].ends[-1]
            parts.append(Mapped.inserted("\n", end, end))
            at += 1
        parts.append(part)
        paragraphs.append(Paragraph(at, at + len(part.text), block.kind, block.level))
        at += len(part.text)
    whole = Mapped.joined(parts)
    return Cleaned(whole.text, whole.pieces(), tuple(paragraphs), tuple(heads))


def _rendered(lines: Sequence[Line], text: Mapped, words: Words) -> Mapped:
    """Return the lines of a paragraph as one line."""
    parts: list[Mapped] = []
    first = ""
    for line, following in zip_longest(lines, lines[1:]):
        part = Mapped.joined(text.part(*bounds) for bounds in line.ranges)
        part = part.edit([(0, 1, first)] if first else [])
        if following is None:
            parts.append(part)
            break
        seam = words.seam(line.text, following.text)
        parts.append(part.part(0, len(part.text) - seam.drop))
        if seam.between:
            end, start = text.ends[line.end - 1], text.starts[following.start]
            stop = start if end < start and not following.page else end
            parts.append(Mapped.inserted(seam.between, end, stop))
        first = seam.replace
    whole = Mapped.joined(parts)
    for tidy in (_LEFT_OVER, _SPACES, _CELLS):
        whole = whole.edit((*match.span(), _tidied(match.group())) for match in tidy(whole.text))
    stop = len(whole.text.rstrip())
    return whole.part(len(whole.text) - len(whole.text.lstrip()), stop).composed()


def _tidied(found: str) -> str:
    if CELL in found:
        return " |" * found.count(CELL) + " "
    return " " if found[0] in " \t" else ""
