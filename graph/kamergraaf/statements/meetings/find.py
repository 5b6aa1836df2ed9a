"""Occasions in a sentence with a Dutch party in it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from spacy.tokens import Span, Token

from kamergraaf import iris
from kamergraaf.model import (
    ActKind,
    Entity,
    Link,
    Meeting,
    MeetingForm,
    Sentence,
    TimeExpression,
)  # fmt: skip
from kamergraaf.statements.actors import Actor, actor
from kamergraaf.statements.clauses import Predication, predications
from kamergraaf.statements.commitments.calibration import confidence
from kamergraaf.statements.context import Context, within

OPENERS = frozenset({"tijdens", "in", "bij", "op", "met", "via", "na"})
ACTS: dict[str, ActKind] = {
    "urge": "urge", "raise": "raise-concern", "emphasise": "emphasise", "request": "request",
    "condemn": "condemn", "support": "support",
}  # fmt: skip
MEETING_SENSES = frozenset({"consult", "urge", "raise", "request", "emphasise"})
PRIVATE = frozenset({"call", "meeting", "visit"})
"""Forms that may go without a day when the counterpart is named."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A row of ``occasions.toml``, compiled."""

    form: MeetingForm
    pattern: re.Pattern[str]
    parliament: bool


@cache
def occasions() -> tuple[Occasion, ...]:
    """Return the kinds of occasion with their words."""
    path = Path(__file__).parent / "occasions.toml"
    rows = tomllib.loads(path.read_text("utf-8"))["gelegenheid"]
    return tuple(
        Occasion(
            row["vorm"],
            re.compile(
                r"(?<![\w])([\w-]*-)?(" + "|".join(map(re.escape, row["woorden"])) + r")(?![\w])"
            ),
            bool(row.get("parlement")),
        )
        for row in rows
    )


def meetings(context: Context) -> tuple[Meeting, ...]:
    """Return the meetings of a letter in text order."""
    found: list[Meeting] = []
    for number, sentence in enumerate(context.letter.sentences):
        if context.paragraph(sentence).kind not in {"body", "bullet", "footnote"}:
            continue
        span = context.span(sentence)
        if span is not None:
            found.extend(_sentence(number, sentence, span, context))
    return tuple(found)


def _sentence(number: int, sentence: Sentence, span: Span, context: Context) -> Iterator[Meeting]:
    clauses = predications(span)
    taken: list[tuple[int, int]] = []
    for clause in clauses:
        spoken = _spoken(clause, context)
        if spoken is None:
            continue
        who, form = spoken
        taken.append((clause.start, clause.end))
        when = next(iter(context.times(clause.start, clause.end)), None)
        yield _meeting(number, clause.start, clause.end, sentence, who, when, form, clause, context)
    for start, end, occasion in _places(span):
        if any(a < end and start < b for a, b in taken):
            continue
        at = _clause_at(clauses, start)
        who_there = _party(at, context) or _anyone(clauses, context)
        if occasion.parliament and (who_there is None or who_there.party != "dutch"):
            who_there = Actor("dutch", "kabinet")
        date = _when(start, end, sentence, context)
        if who_there is None or who_there.party != "dutch":
            continue
        if date is None and not (occasion.form in PRIVATE and _counterparts(start, end, context)):
            continue
        taken.append((start, end))
        yield _meeting(number, start, end, sentence, who_there, date, occasion.form, at, context)


def _spoken(clause: Predication, context: Context) -> tuple[Actor, MeetingForm] | None:
    """Who of the Dutch spoke with, called or visited somebody abroad, told by the verb."""
    sense = clause.verb.sense if clause.verb else ""
    if sense not in MEETING_SENSES or not (clause.perfect or clause.past):
        return None
    who = _party(clause, context)
    if who is None or who.party != "dutch" or clause.form not in {"main", "relative"}:
        return None
    visit = bool(clause.words & {"bezoek", "bezocht", "bezochten", "werkbezoek"})
    if not visit and not _counterparts(clause.start, clause.end, context):
        return None
    if visit and not context.entities(clause.start, clause.end, "country", "person", "office"):
        return None
    called = bool(clause.words & {"telefonisch", "telefoongesprek", "gebeld", "belde"})
    return who, "visit" if visit else "call" if called else "meeting"


def _counterparts(start: int, end: int, context: Context) -> list[Entity]:
    return [
        e for e in context.entities(start, end, "person", "office")
        if e.form == "foreign" or e.kind == "person" and not e.links[0].known
    ]  # fmt: skip


def _anyone(clauses: list[Predication], context: Context) -> Actor | None:
    for clause in clauses:
        if clause.form == "main" and (who := _party(clause, context)) and who.party == "dutch":
            return who
    return None


def _places(span: Span) -> Iterator[tuple[int, int, Occasion]]:
    """Yield where occasions are named: from the preposition before to the end of the phrase."""
    text = span.text.lower()
    for occasion in occasions():
        for match in occasion.pattern.finditer(text):
            token = span.doc.char_span(
                span.start_char + match.start(), span.start_char + match.end(),
                alignment_mode="expand",
            )  # fmt: skip
            if token is None:
                continue
            first = _opening(token[0], span)
            yield first.idx, _closing(token[-1], span), occasion


def _opening(token: Token, span: Span) -> Token:
    for i in range(token.i, max(span.start, token.i - 7) - 1, -1):
        if span.doc[i].lower_ in OPENERS and (i == span.start or span.doc[i - 1].lower_ != "in"):
            return span.doc[i]
        if span.doc[i].text in {",", ";", ":"}:
            return span.doc[i + 1]
    return token


def _closing(token: Token, span: Span) -> int:
    for other in span.doc[token.i + 1 : span.end]:
        finite = "Fin" in other.morph.get("VerbForm", [])
        if other.text in {",", ";", ":", ".", ")"} or finite or other.pos_ == "AUX":
            return other.nbor(-1).idx + len(other.nbor(-1))
    return span.end_char


def _clause_at(clauses: list[Predication], start: int) -> Predication | None:
    inside = [c for c in clauses if c.start <= start < c.end]
    return min(inside, key=lambda c: c.end - c.start, default=None)


def _party(clause: Predication | None, context: Context) -> Actor | None:
    while clause is not None:
        found = actor(clause.agent or clause.subject, context)
        if found.party in {"dutch", "foreign"}:
            return found
        clause = clause.governor
    return None


def _when(start: int, end: int, sentence: Sentence, context: Context) -> TimeExpression | None:
    inside = within(context.annotated.times, start, end)
    before = within(context.annotated.times, max(sentence.start, start - 40), start)
    return next(iter(inside or before[-1:]), None)


def _meeting(
    number: int, start: int, end: int, sentence: Sentence, who: Actor,
    when: TimeExpression | None, form: MeetingForm, clause: Predication | None, context: Context,
) -> Meeting:  # fmt: skip
    text = context.letter.text
    if when is not None:
        start, end = min(start, when.start), max(end, when.end)
    start, end = max(start, sentence.start), min(end, sentence.end)
    end = start + len(text[start:end].rstrip(" ,;"))
    sense = clause.verb.sense if clause and clause.verb else ""
    parties = [
        e for e in context.entities(start, sentence.end, "person", "organisation", "office")
        if not (e.kind == "office" and e.form != "foreign")
    ]  # fmt: skip
    quote = text[start:end]
    return Meeting(
        id=iris.part(context.letter.id, "meeting", f"{quote}\n{start}"),
        quote=quote,
        start=start,
        end=end,
        sentence=number,
        who=_who(who, context),
        with_=_links(parties[:4]),
        when=when.moment if when else None,
        when_text=when.quote if when else None,
        where=_where(start, end, context),
        form=form,
        act=ACTS.get(sense, "consult"),
        rule=f"gelegenheid-{form}",
        confidence=_confidence(form),
    )


def _confidence(form: MeetingForm) -> Decimal:
    return confidence(f"gelegenheid-{form}")


def _who(who: Actor, context: Context) -> tuple[Link, ...]:
    signed = context.letter.facts.signatories
    if who.label == "kabinet" and 0 < len(signed) < 3:
        return tuple(
            Link(iris.thing("post", s.post or iris.slug(s.office)), s.office) for s in signed
        )
    if who.links:
        return tuple(Link(link.id, who.label, link.known) for link in who.links[:1])
    return (Link(iris.thing("party", iris.slug(who.label)), who.label),)


def _links(entities: list[Entity]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for entity in entities:
        link = entity.links[0] if entity.links else Link(
            iris.thing("person", iris.slug(entity.quote)), entity.quote, False
        )  # fmt: skip
        found.setdefault(link.id, link)
    return tuple(found.values())


def _where(start: int, end: int, context: Context) -> str | None:
    match = re.search(r"\b(?:in|te) ((?:[A-ZÉ][\w’'-]+ ?)+)", context.letter.text[start:end])
    return match.group(1).strip() if match else None
