"""Paragraphs become sentences: where a full stop ends one in a Dutch letter, and where it does not."""

import re
from collections.abc import Iterator, Sequence

from kamergraaf.model import Paragraph, Sentence
from kamergraaf.text.abbreviations import ending, ends_before

_WHOLE = frozenset({"heading", "head", "signature"})
_CLOSERS = "»”’\"'›)\\]"
# A run of stops is looked at once, from its first: «...» of a million stops stays cheap.
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?= )"
    r"|(?<=[a-zà-ÿ]{3})[.!?](?=[A-ZÀ-Þ][a-zà-ÿ])"
)
_NEXT = re.compile(r" *+(?P<opener>[«\"“‘'’‹(\[]*+)(?P<word>[^\W_]*+)")
_LOWER_OPENING = re.compile(r" *+(?:[’'‘][stnk][ -]+|\(?(?:[a-z]|[ivx]{1,4})\) )[A-Z]")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)?")
_PAIRS = {"(": ")", "«": "»", "“": "”", "[": "]"}
# Longer brackets and quotations may hold sentences of their own.
_LONGEST = {"(": 400, "[": 400, "«": 200, "“": 200}
_WORD = 60


def split(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """Return the sentences of the clean text, in order; none crosses a paragraph.

    Headings, head and signature lines are one sentence each.  Every character but the spaces
    between sentences is in exactly one sentence.

    >>> text = "Zie Kamerstuk 29 521, nr. 403 van 28 april jl. Het kabinet neemt deel."
    >>> [text[s.start : s.end] for s in split(text, [Paragraph(0, len(text), "body")])]
    ['Zie Kamerstuk 29 521, nr. 403 van 28 april jl.', 'Het kabinet neemt deel.']
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        start = paragraph.start
        ends: Iterator[int] = iter(())
        if paragraph.kind not in _WHOLE:
            ends = _ends(text[paragraph.start : paragraph.end])
        for end in [*(paragraph.start + end for end in ends), paragraph.end]:
            if text[start:end].strip():
                found.append(Sentence(start, end, number))
            start = end + (text[end : end + 1] == " ")
    return tuple(found)


def _ends(text: str) -> Iterator[int]:
    """Return where sentences of a paragraph end, but for the last."""
    inside = _brackets(text)
    start, place = 0, 0
    for match in _STOP.finditer(text):
        while place < len(inside) and inside[place][1] < match.end():
            place += 1
        bracketed = place < len(inside) and inside[place][0] < match.start()
        if not bracketed and _ends_here(text, start, match):
            yield match.end()
            start = match.end()


def _ends_here(text: str, start: int, match: re.Match[str]) -> bool:
    end = match.end()
    following = _NEXT.match(text, end)
    word = following["word"] if following else ""
    if not word or word[0].islower():
        return bool(_LOWER_OPENING.match(text, end))
    if not text[end].isspace() and _is_address(text, match.start()):
        return False
    stop = match.start() + 1
    if text[match.start()] != "." or text[stop : stop + 1] in (".", "…", "!", "?"):
        return True
    if _ITEM.fullmatch(text[start : match.start()].lstrip()[:_WORD]):
        return False
    how = ending(text[max(start, stop - _WORD) : stop])
    return how is None or ends_before(how, word)


def _is_address(text: str, stop: int) -> bool:
    """Tell whether a stop without a space after it is part of an address («www.Rijk.nl»)."""
    before = text[max(0, stop - _WORD) : stop].rsplit(" ", 1)[-1]
    after = text[stop + 1 : stop + _WORD].split(" ", 1)[0]
    return any(sign in before + after.rstrip(".,;)") for sign in "./@_")


def _brackets(text: str) -> list[tuple[int, int]]:
    """Return the outermost short brackets and quotations, from the opening to the closing sign."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in re.finditer(r"[()«»“”\[\]]", text):
        sign, at = match.group(), match.start()
        if sign in _PAIRS:
            opened.append((sign, at))
        elif opened and _PAIRS[opened[-1][0]] == sign:
            opening, start = opened.pop()
            if at - start <= _LONGEST[opening]:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, at))
    return found
