"""From candidates to commitments: the passage, its kind and state, its terms, its IRI."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from kamergraaf import iris
from kamergraaf.model import Commitment, DateTerm, Kind, Link, PersonnelTerm, Sentence
from kamergraaf.statements.commitments import kinds, states, terms
from kamergraaf.statements.commitments.calibration import confidence
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.detect import candidates, enumerated
from kamergraaf.statements.commitments.discourse import LISTED, Discourse
from kamergraaf.statements.commitments.likely import Unit, chance, likely
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.commitments.pieces import pieces
from kamergraaf.statements.commitments.reread import reread
from kamergraaf.statements.commitments.senses import CHANGE
from kamergraaf.statements.context import Context

ABOUT_ITSELF = frozenset({"inform", "emphasise", "consult", "explore"})
READ = frozenset({"body", "bullet", "footnote", "table-row"})


def commitments(context: Context) -> tuple[Commitment, ...]:
    """Return the commitments of a letter in text order, each with its own IRI."""
    found = [_of_its_kind(each) for each in reread(*read(context))]
    return _share(_name(_received_before(found, context), context.letter.id))


def read(context: Context) -> tuple[list[Commitment], list[Unit]]:
    """Return the commitments as the rules read them, and the clauses of the letter, to learn from."""
    talk = Discourse()
    found: list[Commitment] = []
    units: list[Unit] = []
    for number, sentence in enumerate(context.letter.sentences):
        talk.clauses = []
        found += _sentence(number, sentence, context, talk)
        units += talk.clauses
    return found, units


def _of_its_kind(commitment: Commitment) -> Commitment:
    """Sums are not what people are sent for, nor heads what money is paid for."""
    if commitment.kind == "personnel":
        return replace(commitment, amounts=())
    return replace(commitment, personnel=()) if commitment.kind == "financial" else commitment


def _sentence(
    number: int, sentence: Sentence, context: Context, talk: Discourse
) -> Iterator[Commitment]:
    if context.paragraph(sentence).kind not in READ:
        return
    span = context.span(sentence)
    if span is None:
        return
    text = context.letter.text[sentence.start : sentence.end]
    if text.rstrip().endswith("?"):
        return
    talk.enter(sentence, context)
    own = search("eigen-brief", text) is not None
    found = [
        c
        for c in candidates(span, context, talk)
        if not (own and c.sense in ABOUT_ITSELF and c.rule != "promise")
    ]
    if context.paragraph(sentence).kind in LISTED:
        if not found and (found := enumerated(span, talk, context)):
            talk.unclaimed = []
    else:
        if found and _opens_list(sentence, context) and search("opsomming", text):
            talk.intro = found[0]
            if text.endswith(":"):
                return
    if not own:
        found += [c for u in talk.unclaimed if (c := likely(u, talk, context, span)) is not None]
    talk.told = any(not candidate.vague for candidate in found)
    for candidate in found:
        candidate.sentence = number
        candidate.start, candidate.end = _passage(candidate, found, sentence)
        candidate.chance = chance(candidate, talk.clauses)
        yield from _commitments(candidate, sentence, context)


def _opens_list(sentence: Sentence, context: Context) -> bool:
    following = context.letter.paragraphs[sentence.paragraph + 1 : sentence.paragraph + 2]
    return any(p.kind in LISTED for p in following)


def _passage(candidate: Candidate, found: list[Candidate], sentence: Sentence) -> tuple[int, int]:
    """The sentence when it says one thing, else the clause."""
    alone = len(found) == 1
    governor = candidate.lead.governor
    main = candidate.lead.form == "main" and governor is None
    # «is gepauzeerd en … opgeschort»: the parser hung the first on the second, which has no «is».
    headless = candidate.lead.form == "adverbial" and governor is not None and not governor.finite
    if alone and (main or headless):
        return sentence.start, sentence.end
    lead, content = candidate.lead, candidate.content
    if candidate.extra.get("conjunct"):
        start, end = content.start, content.end
    else:
        start, end = min(lead.start, content.start), max(lead.end, content.end)
    if lead.form in {"relative", "participle"}:
        start = min(start, _antecedent_start(candidate))
    for other in found:
        if other is candidate:
            continue
        head = other.content.head.idx
        first = other.content.start if other.extra.get("conjunct") else other.lead.start
        if start < first <= head and candidate.content.head.idx < first < end:
            end = first
    start, end = max(start, sentence.start), min(end, sentence.end)
    return start, end


def _antecedent_start(candidate: Candidate) -> int:
    head = candidate.lead.head.head
    while head.dep_ == "conj" and head.head.pos_ == head.pos_ and head.head.i < head.i:
        head = head.head  # «twee rechters en een griffier, die …» are meant together
    return min((t.idx for t in head.subtree if t.i <= head.i), default=head.idx)


def _commitments(
    candidate: Candidate, sentence: Sentence, context: Context
) -> Iterator[Commitment]:
    text = context.letter.text
    cut = list(pieces(candidate, context))
    # A term to which several missions are extended stands once, behind the verb they share.
    dates = terms.dates(candidate, context) if len(cut) > 1 and candidate.sense in CHANGE else None
    for piece in cut:
        if not text[piece.start : piece.end].strip():
            continue
        for kind in kinds.kinds(piece, context):
            yield _commitment(piece, kind, sentence, dates, context)


def _commitment(
    candidate: Candidate,
    kind: Kind,
    sentence: Sentence,
    shared_dates: tuple[DateTerm, ...] | None,
    context: Context,
) -> Commitment:
    quote = context.letter.text[candidate.start : candidate.end]
    conditions = terms.conditions(sentence, candidate.start, context)
    dates = terms.dates(candidate, context) if shared_dates is None else shared_dates
    status, change, modality = states.state(
        candidate,
        conditional=bool(conditions),
        upcoming=_upcoming(dates, context) or any(map(terms.hypothetical, conditions)),
    )
    missions, joint = terms.missions(candidate, kind, sentence, context)
    places, partners = terms.countries(candidate, missions, context)
    regions, beneficiaries, partner_organisations = terms.others(candidate, context, places)
    amounts = terms.money(candidate, context)
    people = terms.people(candidate, context, tuple(link.id for link in joint))
    figures = (
        amounts if kind == "financial" else people if kind == "personnel" else amounts + people
    )
    return Commitment(
        id="",
        quote=quote,
        start=candidate.start,
        end=candidate.end,
        sentence=candidate.sentence,
        actor=candidate.actor.label,
        kind=kind,
        change=change,
        status=status,
        modality=modality,
        rule=candidate.rule,
        confidence=confidence(candidate.rule, candidate.chance),
        vague=candidate.vague and not figures,
        actors=candidate.actor.links,
        missions=missions,
        countries=places,
        regions=regions,
        beneficiaries=beneficiaries,
        partners=partners + partner_organisations,
        amounts=amounts,
        personnel=people,
        dates=dates,
        conditions=conditions,
        inferred=_inferred(candidate, missions, places, context),
    )


def _inferred(
    candidate: Candidate, missions: tuple[Link, ...], places: tuple[Link, ...], context: Context
) -> tuple[Literal["missions", "countries"], ...]:
    """Which terms no name in the passage stands for."""
    named = {
        link.id
        for e in context.entities(candidate.start, candidate.end, "mission", "country")
        if e.form != "anaphor"
        for link in e.links
    }
    found: list[Literal["missions", "countries"]] = []
    if missions and not named & {link.id for link in missions}:
        found.append("missions")
    if places and not named & {link.id for link in places}:
        found.append("countries")
    return tuple(found)


def _received_before(found: list[Commitment], context: Context) -> list[Commitment]:
    """Let «deze steun» go to whom the sentence before names: money without a receiver right after
    money with one, in the same paragraph."""
    result: list[Commitment] = []
    for commitment in found:
        before = result[-1] if result else None
        if before is not None and _continues(before, commitment, context):
            commitment = replace(
                commitment,
                beneficiaries=before.beneficiaries,
                inferred=(*commitment.inferred, "beneficiaries"),
            )
        result.append(commitment)
    return result


def _continues(before: Commitment, commitment: Commitment, context: Context) -> bool:
    sentences = context.letter.sentences
    return (
        commitment.kind == before.kind == "financial"
        and bool(before.beneficiaries)
        and not commitment.beneficiaries
        and not commitment.missions
        and commitment.sentence - before.sentence <= 1
        and sentences[commitment.sentence].paragraph == sentences[before.sentence].paragraph
    )


def _upcoming(dates: tuple[DateTerm, ...], context: Context) -> bool:
    """Does it happen or begin after the letter?  An end to come says nothing of the beginning."""
    written = context.letter.facts.date
    return written is not None and any(
        d.role in {"event", "start"} and d.moment.earliest > written.latest for d in dates
    )


def _name(found: list[Commitment], letter: str) -> list[Commitment]:
    """Give each its IRI: kind and quote; where these are equal, also the missions and the place."""
    times = Counter((c.kind, c.quote) for c in found)
    seen: Counter[str] = Counter()
    named: list[Commitment] = []
    for commitment in found:
        content = commitment.quote
        if times[commitment.kind, commitment.quote] > 1:
            content = "\n".join([content, *(m.id for m in commitment.missions)])
        seen[commitment.kind + content] += 1
        if (nth := seen[commitment.kind + content]) > 1:
            content += f"\n{nth}"
        named.append(replace(commitment, id=iris.part(letter, commitment.kind, content)))
    return named


def _share(found: list[Commitment]) -> tuple[Commitment, ...]:
    """Let commitments under one ceiling for two missions point at each other.

    Until here ``shared_with`` holds the missions that the passage names as sharing.
    """
    return tuple(
        replace(
            commitment,
            personnel=tuple(
                replace(term, shared_with=_sharers(commitment, term, found))
                for term in commitment.personnel
            ),
        )
        for commitment in found
    )


def _sharers(
    commitment: Commitment, term: PersonnelTerm, found: list[Commitment]
) -> tuple[str, ...]:
    return tuple(
        other.id
        for other in found
        if other is not commitment
        and any(m.id in term.shared_with for m in other.missions)
        and any(p.value == term.value for p in other.personnel)
    )
