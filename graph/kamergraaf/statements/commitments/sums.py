"""How much and how many: the sums of money and the numbers of people of a commitment."""

import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from kamergraaf.model import Amount, Headcount, MoneyTerm, PersonnelTerm, Scope
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.words import told
from kamergraaf.statements.context import Context

SIZE = frozenset({"tellen", "omvatten", "bestaan", "beslaan"})
"""Verbs that tell how large a whole mission is."""
GAP = 12
"""A relative clause that opens so soon behind a sum is about that sum («waarvan …»)."""
PART_OF_IT = frozenset({"waarvan", "nederland", "nederlandse", "ons", "wij", "ik"})
OF_WHOM = re.compile(r"\w,? (?:van wie|waarvan)(?: er)? $")
AMONG = re.compile(r"\b(?:[Oo]nder|[Vv]an) (?:de|deze|die|alle)(?: \w+)? $")
OF_THESE = re.compile(r" van (?:de|deze|die|hun|onze)(?: \w+)? ")


def amounts_in(candidate: Candidate, context: Context) -> list[Amount]:
    """Return the amounts in the passage that its actor gives: none of others, none that they ask."""
    text = context.letter.text
    return [
        a
        for a in context.amounts(candidate.start, candidate.end)
        if a.start not in candidate.foreign
        and not _aside(a, candidate, context)
        and not _of_others(a, candidate, context)
        and not _of_the_whole(a, candidate, context)
        and not told("gevraagd", text[candidate.start : a.start], text[a.start : candidate.end])
    ]


def _aside(figure: Amount | Headcount, candidate: Candidate, context: Context) -> bool:
    """Whether a relative clause tells it of another state or of what is elsewhere already: «met Ierland,
    dat 130 militairen heeft», «in Uruzgan, waar 1.500 militairen dienen»."""
    clause = _relative(figure, context)
    if clause is None or candidate.lead.head.i in {t.i for t in clause.subtree}:
        return False
    entity = context.entity(clause.head)
    abroad = (
        entity is not None and entity.kind == "country" and not entity.links[0].id.endswith("/nld")
    )
    sized = entity is not None and entity.kind == "mission" and clause.lemma_ in SIZE
    return abroad or sized or any(t.lower_ == "waar" for t in clause.children)


def _of_the_whole(amount: Amount, candidate: Candidate, context: Context) -> bool:
    """Whether a relative clause tells how much the whole is for which the clause around it has a sum:
    «Aan de operatie, waarmee 1,4 miljard dollar is gemoeid, betaalt ons land f 48 miljoen mee»."""
    clause = _relative(amount, context)
    if clause is None or candidate.lead.head.i in {t.i for t in clause.subtree}:
        return False
    if {t.lower_ for t in clause.subtree} & PART_OF_IT:
        return False
    low, high = clause.left_edge.idx, clause.right_edge.idx
    sums = context.amounts(candidate.start, candidate.end)
    outside = [a for a in sums if not low <= a.start <= high]
    about_a_sum = any(low > a.start and low - a.end < GAP for a in outside)
    return bool(outside) and not about_a_sum


def _relative(figure: Amount | Headcount, context: Context) -> Token | None:
    span = context.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if span is None:
        return None
    return next((t for t in span.root.ancestors if _is_relative(t)), None)


def _is_relative(verb: Token) -> bool:
    """A relative clause, also the second of two («waaraan tien landen bijdragen en dat … omvat»)."""
    first = verb.head if verb.dep_ == "conj" else verb
    return first.dep_.startswith("acl:relcl")


def _of_others(amount: Amount, candidate: Candidate, context: Context) -> bool:
    """Whether another pays it: «13 miljoen euro, waarvan de Verenigde Naties drie miljoen vergoeden»."""
    text = context.lower
    opened = text.rfind("waarvan", candidate.start, amount.start)
    if opened < 0 or "," in text[opened : amount.start]:
        return False
    named = context.entities(opened, amount.start, "country", "organisation")
    return bool(named) and "nederland" not in text[opened : amount.start]


def headcounts_in(candidate: Candidate, context: Context) -> list[Headcount]:
    """Return the head counts in the passage: none of others, no people that stay behind, no number of
    before a change («van 6 naar 15»), no whole of which a part is told («drie van de negen»)."""
    text = context.letter.text
    found = [
        h
        for h in context.headcounts(candidate.start, candidate.end)
        if (h.start not in candidate.foreign or _ours(h, text[candidate.start : h.start]))
        and not _aside(h, candidate, context)
        and not told("zonder", text[candidate.start : h.start])
    ]
    found = [
        h
        for n, h in enumerate(found)
        if n == 0
        or not told("ondergroep", text[candidate.start : h.start])
        or "nederl" in h.quote.lower()
    ]
    ours = [n for n, h in enumerate(found) if n and _our_part(h, text[candidate.start : h.start])]
    found = [
        h for n, h in enumerate(found) if not ours or n >= ours[0] or "nederl" in h.quote.lower()
    ]
    found = [h for n, h in enumerate(found) if not _whole_of(h, found[n + 1 :], text)]
    before = {b.start for one, two in pairwise(found) for b in _before(one, two, text)}
    found = [h for h in found if h.start not in before]
    return [
        h
        for n, h in enumerate(found)
        if not told("uitgangspunt", text[candidate.start : h.start])
        or n + 2 != len(found)
        and not (n > 0 and OF_THESE.fullmatch(text, found[n - 1].end, h.start))
    ]


def _ours(count: Headcount, left: str) -> bool:
    """Whether the words say whose people they are, though the clause has another subject."""
    return "nederlands" in count.quote.lower() or bool(OF_WHOM.search(left.lower()))


def _our_part(count: Headcount, left: str) -> bool:
    """Whether Dutch people are told to be part of more: «9.000 militairen, onder wie 450 Nederlanders»."""
    part = told("ondergroep", left) or re.search(r"\b(?:waarvan|van wie) $", left.lower())
    return bool(part) and "nederl" in count.quote.lower()


def _whole_of(count: Headcount, later: list[Headcount], text: str) -> bool:
    """Whether Dutch people are told of as some of these: «onder de tweehonderd waarnemers zijn acht
    Nederlanders»."""
    among = AMONG.search(text, max(count.start - 30, 0), count.start)
    return among is not None and any("nederl" in other.quote.lower() for other in later)


def _before(one: Headcount, two: Headcount, text: str) -> list[Headcount]:
    """Return which of two head counts is the one before a change, or instead of which the other is."""
    between = text[one.end : two.start].strip().lower()
    left = text[max(one.start - 40, 0) : one.start].lower().split()
    if (
        between in {"naar", "op"}
        or between == "tot"
        and left[-1:] == ["van"]
        and one.qualifier != "min"
    ):
        return [one]
    return [two] if between == "in plaats van" else []


def money(candidate: Candidate, context: Context) -> tuple[MoneyTerm, ...]:
    """Return the amounts in the passage with their scope."""
    found = amounts_in(candidate, context)
    if not found and told("zelfde", candidate.text):
        begin = context.letter.sentences[max(candidate.sentence - 1, 0)].start
        found = context.amounts(begin, candidate.start)[-1:]
        return tuple(MoneyTerm(a.value, a.currency, "dutch-share", a.per) for a in found)
    opening = _table_opening(candidate, context)
    if opening:  # the same sum in two columns, for two years, is one
        found = list({(a.value, a.currency): a for a in reversed(found)}.values())[::-1]
    begin = context.letter.sentences[candidate.sentence].start
    return tuple(
        MoneyTerm(
            a.value,
            a.currency,
            "estimate"
            if told("raming-in-tabel", opening)
            else _scope(n, a, found, candidate, context.letter.text[begin : a.start]),
            a.per,
            a.qualifier,
        )
        for n, a in enumerate(found)
    )


def _scope(
    number: int, amount: Amount, found: list[Amount], candidate: Candidate, said: str
) -> Scope:
    """``said`` is the sentence up to the amount, which may begin before the passage."""
    text = candidate.text.lower()
    offset = amount.start - candidate.start
    before, after = text[:offset], text[offset:]
    if candidate.extra.get("part") == "waarvan" or before.endswith("waarvan "):
        return "earmarked-part"
    later_share = any(
        "waarvan" in text[: f.start - candidate.start] and "nederland" in text[f.start - candidate.start - 20 :]
        for f in found[number + 1 :]
    )  # fmt: skip
    if later_share or told("totaal", before):
        return "joint-total"
    if told("raming", before, after) or told("raming", said):
        return "estimate"
    if "benelux" in text and "nederlandse" not in after[:120]:
        return "joint-total"
    return "dutch-share"


def people(
    candidate: Candidate, context: Context, sharing: tuple[str, ...]
) -> tuple[PersonnelTerm, ...]:
    """Return the head counts in the passage; of «van 6 naar 15» the new one."""
    found = headcounts_in(candidate, context)
    if candidate.rule == "opsomming" and told("plafond", _list_opening(candidate, context)):
        found = [replace(h, qualifier="max") if h.qualifier == "exact" else h for h in found]
    return tuple(PersonnelTerm(h.value, h.qualifier, h.role, sharing) for h in found)


def _table_opening(candidate: Candidate, context: Context) -> str:
    """Return the first row of the table in which the candidate stands, with the line above it."""
    paragraphs = context.letter.paragraphs
    number = context.letter.sentences[candidate.sentence].paragraph
    if paragraphs[number].kind != "table-row":
        return ""
    while number > 1 and paragraphs[number - 1].kind == "table-row":
        number -= 1
    return context.letter.text[paragraphs[max(number - 1, 0)].start : paragraphs[number].end]


def _list_opening(candidate: Candidate, context: Context) -> str:
    """Return the paragraph before the list in which the candidate stands."""
    paragraphs = context.letter.paragraphs
    here = context.letter.sentences[candidate.sentence].paragraph
    number = next((n for n in range(here, -1, -1) if paragraphs[n].kind != "bullet"), here)
    return context.letter.text[paragraphs[number].start : paragraphs[number].end]
