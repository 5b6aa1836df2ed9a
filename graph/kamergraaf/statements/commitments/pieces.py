"""Two undertakings in one passage are two commitments: how a candidate is cut.

A share («waarvan twee miljoen voor …»), figures for different things side by side («drie
stafofficieren, tien politiefunctionarissen en drie militairen») and missions with a figure each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kamergraaf.model import Amount, Headcount
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.context import Context

NESTED = re.compile(r"\b(waarvan|onder wie|waaronder|van wie|inclusief|met inbegrip van)\b")
DUTCH_SHARE = re.compile(r"\bwaarvan\b.{0,60}\b(nederland\w*|voor rekening van)")
SIDE_BY_SIDE = re.compile(r"(,|\ben\b|;|:|\balsmede\b|\bplus\b|\bevenals\b)")


def pieces(candidate: Candidate, context: Context) -> Iterator[Candidate]:
    """Yield the candidate, or the parts that each say one undertaking."""
    text = context.letter.text
    amounts = [
        a for a in context.amounts(candidate.start, candidate.end)
        if not candidate.foreign & set(range(a.start, a.end))
    ]  # fmt: skip
    share = _share(candidate, amounts, text)
    if share is not None:
        yield _cut(candidate, candidate.start, share, text)
        yield _cut(candidate, share, candidate.end, text, part="waarvan")
        return
    figures: Sequence[Amount | Headcount] = amounts
    if len(amounts) < 2:
        figures = context.headcounts(candidate.start, candidate.end)
    cuts = _cuts(figures, text)
    edges = [candidate.start, *cuts, candidate.end]
    for start, end in pairwise(edges):
        yield _cut(candidate, start, end, text)


def _share(candidate: Candidate, amounts: list[Amount], text: str) -> int | None:
    if len(amounts) < 2:
        return None
    between = text[amounts[0].end : amounts[1].start].lower()
    match = NESTED.search(between)
    if match is None or match.group() != "waarvan":
        return None
    if DUTCH_SHARE.search(text[amounts[0].end : candidate.end].lower()):
        return None
    return amounts[0].end + match.start()


def _cuts(figures: Sequence[Amount | Headcount], text: str) -> list[int]:
    cuts: list[int] = []
    for one, two in pairwise(figures):
        between = text[one.end : two.start].lower()
        if NESTED.search(between) or " naar " in between or " tot " in between:
            return []
        marks = list(SIDE_BY_SIDE.finditer(between))
        if not marks:
            return []
        cuts.append(one.end + marks[-1].start())
    return cuts


def _cut(
    candidate: Candidate, start: int, end: int, text: str, part: str | None = None
) -> Candidate:
    while start < end and text[start] in " ,;":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    extra = dict(candidate.extra, part=part) if part else candidate.extra
    return replace(candidate, start=start, end=end, text=text[start:end], extra=extra)
