"""Cohen's kappa on the sentences of a letter: what two annotators mark beyond what chance explains."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Literal

from kamergraaf.errors import BadData

Json = Mapping[str, Any]
Label = Literal["core", "minor", "none"]


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa (Cohen 1960) of pairs of labels, each pair one sentence.

    ``None`` when there is nothing to explain: no pair, or one and the same label everywhere.

    >>> yes_no = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    >>> round(kappa(yes_no), 6)
    0.4
    """
    n = len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ones[label] * others[label] for label in ones)
    if by_chance == n * n:
        return None
    same = sum(one == other for one, other in pairs)
    return (same * n - by_chance) / (n * n - by_chance)


def labels(commitments: Sequence[Json], sentences: Sequence[str]) -> list[Label]:
    """Return for each sentence whether a core commitment is quoted from it, a minor one or none.

    A quote marks every sentence that it runs through; white space, case and punctuation do not count.
    Raises ``BadData`` when a quote is not in the sentences.

    >>> one = {"id": "c1", "quote": "levert zes\\nmilitairen", "core": True}
    >>> labels([one], ["Mali vraagt hulp.", "Nederland levert zes militairen."])
    ['none', 'core']
    """
    squashed = [_squash(sentence) for sentence in sentences]
    ends = list(accumulate(map(len, squashed)))
    text = "".join(squashed)
    found: list[Label] = ["none"] * len(sentences)
    for each in commitments:
        quote = _squash(each["quote"])
        start = text.find(quote)
        if start < 0 or not quote:
            raise BadData(f"commitment {each['id']}: not in the letter: {each['quote']}")
        last = bisect_right(ends, start + len(quote) - 1)
        for number in range(bisect_right(ends, start), last + 1):
            if found[number] != "core":
                found[number] = "core" if each["core"] else "minor"
    return found


def _squash(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(re.findall(r"[^\W_]+", plain))
