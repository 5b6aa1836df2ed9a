"""Two undertakings in one passage are two commitments: how a candidate is cut.

A share («waarvan twee miljoen voor …»), sums for different things side by side («drie miljoen voor
UNICEF en vier miljoen voor het Rode Kruis»), numbers of people for different missions or with a
ceiling each («maximaal drie stafofficieren en maximaal tien politiefunctionarissen bij UNPOL»).
What only breaks down one undertaking stays together: parts that add up to the whole, a sum for each
of several years, people of several kinds for one mission.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kamergraaf.model import Amount, Headcount
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.sums import amounts_in, headcounts_in
from kamergraaf.statements.context import Context

NESTED = re.compile(r"\b(waarvan|onder wie|waaronder|van wie|inclusief|met inbegrip van)\b")
PART = re.compile(r"\bwaarvan(?: [\w-]+){0,3} ?$")
DUTCH_SHARE = re.compile(r"\bwaarvan\b.{0,60}\b(nederland\w*|voor rekening van)")
SIDE_BY_SIDE = re.compile(r"(,|\ben\b|;|:|\balsmede\b|\bplus\b|\bevenals\b)")
OUTCOME = re.compile(r"(?:^|\s)(?:naar|tot|à|in plaats van)\s*$")
CEILING = re.compile(r"\b(?:maximaal|maximum|ten hoogste|hoogstens|niet meer dan)\b")
OWNER = re.compile(r"\bvan (?:de |het )?$")
PURPOSE = re.compile(r"\b(?:aan|voor|naar|bij|te plaatsen in|ten behoeve van)\b")
LITTLE = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PUNCT", "SPACE", "VERB"})
"""Parts of speech that name nothing for which money could be meant."""


def pieces(candidate: Candidate, context: Context) -> Iterator[Candidate]:
    """Yield the candidate, or the parts that each say one undertaking."""
    text = context.letter.text
    candidate = _whole_figures(candidate, context)
    share = _share(candidate, context)
    if share is not None:
        start, end, foreign = *share, frozenset(range(*share))
        if start <= candidate.lead.head.idx < end and candidate.lead.form == "relative":
            pass
        elif end < candidate.end:
            whole = replace(candidate, foreign=candidate.foreign | foreign)
            yield _cut(whole, candidate.start, candidate.end, text)
        else:
            yield _cut(candidate, candidate.start, start, text)
        candidate = _cut(replace(candidate, foreign=frozenset()), start, end, text, part="waarvan")
    amounts = amounts_in(candidate, context)
    if len(amounts) > 1:
        cuts = _cuts(amounts, context, _only_when)
    else:
        cuts = _cuts(headcounts_in(candidate, context), context, _one_mission)
    edges = [candidate.start, *cuts, candidate.end]
    for start, end in pairwise(edges):
        yield _cut(candidate, start, end, text)


def _whole_figures(candidate: Candidate, context: Context) -> Candidate:
    """Let the passage begin or end outside a figure that the parser cut in two."""
    figures: list[Amount | Headcount] = [*context.annotated.amounts, *context.annotated.headcounts]
    start = min(
        (f.start for f in figures if f.start < candidate.start < f.end), default=candidate.start
    )
    end = max((f.end for f in figures if f.start < candidate.end < f.end), default=candidate.end)
    return replace(candidate, start=start, end=end)


def _share(candidate: Candidate, context: Context) -> tuple[int, int] | None:
    """Return where the first part of the money stands that is for something of its own."""
    text = context.lower
    for amount in context.amounts(candidate.start, candidate.end):
        opened = PART.search(text, candidate.start, amount.start)
        if opened is None or text.count(" ", candidate.start, opened.start()) < 3:
            continue
        end = _end_of_part(amount.end, candidate.end, context)
        shared = DUTCH_SHARE.search(text, opened.start(), end)
        abroad = amount.start in candidate.foreign and context.entities(amount.end, end, "country")
        if shared or abroad or not _names_something(amount.end, end, context):
            return None
        return opened.start(), end
    return None


def _end_of_part(start: int, end: int, context: Context) -> int:
    """Return where the main clause goes on: «, waarvan twee miljoen in 2004 valt, komen ten laste van»."""
    span = context.doc.char_span(start, end, alignment_mode="contract")
    for token in span or ():
        verb = token.tag_.startswith(("WW|pv", "WW|inf|vrij"))
        if verb and token.i > 0 and token.nbor(-1).text == "," and token.idx > start + 2:
            return token.nbor(-1).idx
    return end


def _names_something(start: int, end: int, context: Context) -> bool:
    """Whether words say what money is for, and not only when it is paid."""
    times = [range(t.start, t.end) for t in context.times(start, end)]
    span = context.doc.char_span(start, end, alignment_mode="contract")
    return any(
        (token.pos_ not in LITTLE or token.tag_.startswith("WW|vd"))
        and not any(token.idx in time for time in times)
        for token in span or ()
    )


def _only_when(one: int, two: int, context: Context) -> bool:
    """Whether nothing or only a time stands there: «in 1999 8 en in 2000 11 miljoen» is one thing."""
    bare = re.fullmatch(r",?(?: en| of)? ?", context.letter.text[one:two])
    return bool(bare) or bool(context.times(one, two)) and not _names_something(one, two, context)


def _one_mission(one: int, two: int, context: Context) -> bool:
    """Whether nothing tells that the people before and after are sent to different missions."""
    text = context.letter.text
    named = [
        e
        for e in context.entities(one, two, "mission", "organisation")
        if not OWNER.search(text, one, e.start)
    ]
    if named or _listed_apart(one, two, text):
        return False
    return not (
        CEILING.search(context.lower, one, two)
        and CEILING.search(context.lower, max(0, one - 40), one)
    )


def _listed_apart(one: int, two: int, text: str) -> bool:
    """Whether people are listed behind a colon, the first with a task or place of their own."""
    opening = text.rfind(":", text.rfind(". ", 0, one) + 1, one)
    return text[one:two].endswith(":") or opening >= 0 and bool(PURPOSE.search(text, one, two))


def _cuts(
    figures: Sequence[Amount | Headcount],
    context: Context,
    together: Callable[[int, int, Context], bool],
) -> list[int]:
    text = context.lower
    if _adds_up(figures, text):
        return []
    cuts: list[int] = []
    for one, two in pairwise(figures):
        between = text[one.end : two.start]
        if NESTED.search(between) or OUTCOME.search(between):
            return []
        marks = list(SIDE_BY_SIDE.finditer(between))
        if not marks:
            return []
        if not together(one.end, two.start, context):
            cuts.append(one.end + marks[-1].start())
    return cuts


def _adds_up(figures: Sequence[Amount | Headcount], text: str) -> bool:
    """Whether the first figure is the sum of the others, and these have no purpose of their own."""
    parts = figures[1:]
    if len(parts) < 2 or figures[0].value != sum(f.value for f in parts):
        return False
    return not any(PURPOSE.search(text, one.end, two.start) for one, two in pairwise(parts))


def _cut(
    candidate: Candidate, start: int, end: int, text: str, part: str | None = None
) -> Candidate:
    while start < end and text[start] in " ,;":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    extra = dict(candidate.extra, part=part) if part else candidate.extra
    return replace(candidate, start=start, end=end, text=text[start:end], extra=extra)
