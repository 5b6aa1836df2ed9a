"""The words of a letter around a quote, to show an error where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

AROUND = 160
"""Characters shown on each side of a quote, to the next word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a letter: what stands before the quote, the quote, what stands after it."""

    before: str
    quote: str
    after: str


def passage(text: str, quote: str) -> Passage | None:
    """Return the quote in its surroundings, ``None`` when it is not in the text.

    White space, hyphens and punctuation between the words do not count.

    >>> passage("Eén. Nederland levert\\nzes man. Twee.", "levert zes man")
    Passage(before='Eén. Nederland ', quote='levert\\nzes man', after='. Twee.')
    """
    words = re.findall(r"[^\W_]+", quote)
    found = re.search(r"[\W_]*".join(map(re.escape, words)), text) if words else None
    if not found:
        return None
    start, end = found.span()
    before = text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND]
    if start > AROUND:
        before = "…" + before[before.find(" ") :]
    if end + AROUND < len(text):
        after = after[: after.rfind(" ") + 1] + "…"
    return Passage(before, text[start:end], after)
