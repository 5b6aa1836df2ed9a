"""The meetings of a letter: contacts that verbs tell, and occasions that nouns name."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kamergraaf import iris
from kamergraaf.model import ActKind, Link, Meeting, MeetingForm, Sentence, TimeExpression
from kamergraaf.statements.actors import actor
from kamergraaf.statements.commitments.calibration import confidence
from kamergraaf.statements.context import Context
from kamergraaf.statements.meetings.contacts import CALL, contact
from kamergraaf.statements.meetings.occasions import (
    AGAIN,
    Named,
    ahead,
    attended,
    clause_at,
    named,
    settled,
    when_of,
)
from kamergraaf.statements.meetings.parties import THIRD_PERSON, counterparts, person
from kamergraaf.statements.meetings.places import place
from kamergraaf.statements.meetings.times import YEAR, planned_time, told_time
from kamergraaf.statements.predication import Predication

ACTS: dict[str, ActKind] = {
    "urge": "urge", "raise": "raise-concern", "emphasise": "emphasise", "request": "request",
    "condemn": "condemn", "support": "support",
}  # fmt: skip
TAKEN_UP = AGAIN | {"daar", "aldaar", "daarbij", "ook", "voorts", "tevens", "vervolgens", "daarna"}
JOINING = frozenset({"deel", "deelgenomen", "vertegenwoordigd", "vertegenwoordigde", "bijgewoond"})
BILATERAL = {"call": 0, "visit": 1, "meeting": 2, "council": 3, "conference": 4, "debate": 5}


@dataclass(frozen=True, slots=True)
class Found:
    """A meeting before it is written out."""

    start: int
    end: int
    who: tuple[Link, ...]
    others: tuple[Link, ...]
    when: TimeExpression | None
    form: MeetingForm
    clause: Predication | None


@dataclass(slots=True)
class Thread:
    """What the sentence before leaves behind: the minister it was about, the meeting it told."""

    minister: tuple[Link, ...] = ()
    last: Found | None = None
    sentence: int = -2


def meetings(context: Context) -> tuple[Meeting, ...]:
    """Return the meetings of a letter in text order."""
    found: list[Meeting] = []
    thread = Thread()
    for number, sentence in enumerate(context.letter.sentences):
        if context.paragraph(sentence).kind not in {"body", "bullet", "footnote"}:
            continue
        span = context.span(sentence)
        if span is None:
            continue
        clauses = context.predications(span)
        here = list(_sentence(clauses, span, number, context, thread))
        found.extend(_written(each, number, sentence, context) for each in here)
        if here:
            thread.last, thread.sentence = here[-1], number
        thread.minister = _minister(clauses, context, thread)
    return tuple(found)


def _minister(
    clauses: list[Predication], context: Context, thread: Thread
) -> tuple[Link, ...]:  # fmt: skip
    """Return the Dutch minister who is the subject of a sentence, for «hij» in the next."""
    for clause in clauses:
        subject = clause.subject
        if subject is None:
            continue
        if subject.lower_ in THIRD_PERSON:
            return thread.minister
        if found := person(subject, context):
            return found
        if actor(subject, context).party == "foreign":
            return ()
    return ()


def _sentence(
    clauses: list[Predication], span: Span, number: int, context: Context, thread: Thread
) -> Iterator[Found]:
    told: list[Found] = []
    carried = thread.minister
    for clause in clauses:
        earlier = _earlier(clause, number, context, thread)
        made = contact(clause, context, carried, earlier is not None)
        if clause.subject is not None:
            carried = person(clause.subject, context) or carried
        if made is None:
            continue
        when = told_time(clause.start, clause.end, context, YEAR) or _outer(
            clause, clauses, context
        )
        when = when or earlier
        when = when or planned_time(clause.start, clause.end, context)
        others = tuple(c.link for c in made.others)
        if any(a.start < clause.end and clause.start < a.end and a.others == others for a in told):
            continue
        told.append(Found(clause.start, clause.end, made.who, others, when, made.form, clause))
    yield from told
    placed = list(_placed(clauses, span, context, thread, carried))
    for each in _one_each(placed):
        if not any(a.start < each.end and each.start < a.end for a in told):
            yield each


def _outer(
    clause: Predication, clauses: list[Predication], context: Context
) -> TimeExpression | None:
    """Return the day of the main clause for a relative one of place: «was op 6 mei in Vilnius, waar
    zij met de president sprak»."""
    if clause.form != "relative" or "waar" not in clause.words:
        return None
    around = (c for c in clauses if c.form == "main" and c.start < clause.start)
    return next((t for c in around if (t := told_time(c.start, clause.start, context))), None)


def _earlier(
    clause: Predication, number: int, context: Context, thread: Thread
) -> TimeExpression | None:
    """Return when the sentence before was, where a clause goes on from it: «Ook sprak zij met …»."""
    words = clause.words
    if thread.last is not None and words & {"dezelfde", "hetzelfde"}:
        return thread.last.when
    if thread.last is not None and number - thread.sentence < 2 and words & TAKEN_UP:
        return thread.last.when
    if number and words & JOINING:
        before = context.letter.sentences[number - 1]
        return told_time(before.start, before.end, context)
    return None


def _placed(
    clauses: list[Predication],
    span: Span,
    context: Context,
    thread: Thread,
    carried: tuple[Link, ...],
) -> Iterator[Found]:
    all_named = list(named(span, clauses, context))
    for each in all_named:
        clause = clause_at(clauses, each.start)
        if _still_to_come(each, clause, context) or not settled(each, span, clause, context):
            continue
        who = attended(each, clauses, span, context, carried)
        if not who or _part_of_last(each, who, thread):
            continue
        when = when_of(each, clause, context) or planned_time(each.start, each.end, context)
        if (
            when is not None
            and _joined(each)
            and any(o is not each and o.start <= when.start < o.end for o in all_named)
        ):
            when = None
        form: MeetingForm = each.occasion.form
        others = [
            c.link for c in counterparts(list(each.noun.subtree), context) if c.link not in who
        ]
        yield Found(each.start, each.end, who, tuple(others), when, form, clause)


def _joined(each: Named) -> bool:
    """«…, een bijeenkomst in november en in gesprekken met …»: an occasion of its own in a list."""
    first = each.noun.doc.char_span(each.start, each.start + 1, alignment_mode="expand")
    return bool(first and first[0].i and first[0].nbor(-1).lower_ in {"en", "alsmede"})


def _part_of_last(each: Named, who: tuple[Link, ...], thread: Thread) -> bool:
    """«In haar gesprek met de president»: part of the visit that the sentences before told."""
    last = thread.last
    own = any(c.lower_ in {"mijn", "zijn", "haar", "hun", "ons"} for c in each.noun.children)
    return bool(own and last and last.form == "visit" and last.who == who)


def _still_to_come(each: Named, clause: Predication | None, context: Context) -> bool:
    """Tell whether the occasion lies ahead, or is only thought of."""
    if when_of(each, clause, context) is not None:
        return False
    return ahead(each, context) and not _own_plan(each, context)


def _own_plan(each: Named, context: Context) -> bool:
    """«mijn bezoek aan Parijs op 12 maart»: a meeting to come that is the minister's own."""
    mine = any(c.lower_ in {"mijn", "onze", "ons"} for c in each.noun.children)
    return mine and planned_time(each.start, each.end, context) is not None


def _one_each(found: list[Found]) -> list[Found]:
    """Return one meeting of a clause: of two occasions without a day each, the closer one."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (BILATERAL[one.form], one.start)):
        same = [k for k in kept if k.clause is each.clause and k.when == each.when]
        if not same or each.when is None and each.form == "meeting":
            kept.append(each)
    return sorted(kept, key=lambda one: one.start)


def _written(each: Found, number: int, sentence: Sentence, context: Context) -> Meeting:
    text, when, clause = context.letter.text, each.when, each.clause
    start, end = each.start, each.end
    if when is not None and sentence.start <= when.start < sentence.end:
        start, end = min(start, when.start), max(end, when.end)
    start, end = max(start, sentence.start), min(end, sentence.end)
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,;"))
    end = start + len(text[start:end].rstrip(" ,;"))
    quote = text[start:end]
    sense = clause.verb.sense if clause and clause.verb else ""
    words = context.doc.char_span(start, end, alignment_mode="expand") or ()
    form: MeetingForm = "call" if CALL & {t.lower_ for t in words} else each.form
    return Meeting(
        id=iris.part(context.letter.id, "meeting", f"{quote}\n{start}"),
        quote=quote,
        start=start,
        end=end,
        sentence=number,
        who=each.who,
        with_=tuple(dict.fromkeys(each.others)),
        when=when.moment if when else None,
        when_text=when.quote if when else None,
        where=_where(list(words), context),
        form=form,
        act=ACTS.get(sense, "consult"),
        rule=f"gelegenheid-{form}",
        confidence=confidence(f"gelegenheid-{form}"),
    )


def _where(words: list[Token], context: Context) -> str | None:
    """Return where it was: «bracht een bezoek aan Sukkur» goes before «de ambassadeur in Islamabad»."""
    before = ("in", "te", "aan", "naar")
    return place(words, before, context, adjunct=True) or place(words, before, context)
