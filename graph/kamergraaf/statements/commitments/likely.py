"""How likely a clause is a Dutch undertaking, by what was learned from annotated letters.

The rules know verbs and actors; officials also write «De eenheid keert in mei terug» or «Voor Lagos
staat een tweede zending klaar».  A logistic regression over the same readings (who acts, verb and
sense, nouns, figures, what the text speaks of) gives each clause a likelihood.  A clause that no rule
claims is taken from ``LEAST``; one that a rule for plain statements claims, or for promises, which
others make too, is dropped below ``DOUBT``.  The weights are ``likely.csv``, made by ``kamergraaf.evaluate.likelihood``.
"""

import csv
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from spacy.tokens import Span, Token

from kamergraaf.model import Modality
from kamergraaf.statements.actors import Actor, actor, words
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.discourse import Discourse, is_unit
from kamergraaf.statements.commitments.phrases import noun_kinds
from kamergraaf.statements.commitments.senses import CHANGE, DEEDS, EFFECTS, GIVING, NOT, sense_of
from kamergraaf.statements.context import Context
from kamergraaf.statements.predication import Predication

LEARNED = "waarschijnlijk"
"""The rule of what no other rule knows."""
PLAIN = frozenset({"doet", "lijdend", "bijdrage", "cijfers", "handelt"})
"""Rules that go by actor and verb alone, without a cue of promising, deciding or reporting."""
LEAST = 0.8
DOUBT: Mapping[str, float] = {**dict.fromkeys(PLAIN, 0.2), "promise": 0.4}
"""Both chosen by cross-validation over the letters for training and development
(``kamergraaf.evaluate.likelihood --validate``)."""
WRITER = frozenset({"ik", "wij", "we", "kabinet", "ondergetekende"})
EVEN = 0.5
LONG = 6
"""Words of more letters may be compounds."""
OWN = frozenset({"nederlandse", "nederland", "kabinet", "wij", "ik", "mijn", "onze", "ons", "niet"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A main clause, or a sentence without one, with what is read off it."""

    predication: Predication | None
    start: int
    end: int
    features: frozenset[str]


def units(
    sentence: Span,
    found: Sequence[Predication],
    who: dict[int, Actor],
    discourse: Discourse,
    context: Context,
) -> Iterator[Unit]:
    """Yield the clauses of a sentence; ``who`` tells by the head's number who acts in each."""
    mains = [p for p in found if p.finite is not None and p.form == "main"]
    if not mains:
        yield _unit(
            None, sentence.start_char, sentence.end_char, None, sentence, discourse, context
        )
    for main in sorted(mains, key=lambda p: p.start):
        start, end = sentence.start_char, sentence.end_char
        if len(mains) > 1:
            start, end = max(start, main.start), min(end, main.end)
        yield _unit(main, start, end, who.get(main.head.i), sentence, discourse, context)


def likely(unit: Unit, discourse: Discourse, context: Context, sentence: Span) -> Candidate | None:
    """Return the clause as a commitment when it is likely enough to be one, and nothing that only
    would be («dit team zou worden teruggetrokken»)."""
    if likelihood(unit.features) < LEAST or sentence.text.rstrip().endswith("?"):
        return None
    if unit.predication is not None and "zou" in unit.predication.modals:
        return None
    if unit.predication is not None and _has_effect(unit.predication, unit, context):
        return None
    lead = unit.predication or Predication(sentence.root, None, "main", None, list(sentence))
    money = context.amounts(unit.start, unit.end)
    sense = sense_of(lead)
    if sense not in DEEDS:
        sense = "give" if money else "deploy" if _manned(lead, unit, context) else "act"
    modality: Modality = "promised" if "zullen" in lead.modals else "reported"
    if sense == "explore":
        modality = "exploratory"
    speaker = Actor("dutch", discourse.label)
    return Candidate(lead, lead, speaker, LEARNED, sense, modality, negated=bool(lead.words & NOT))


def _has_effect(lead: Predication, unit: Unit, context: Context) -> bool:
    """«De deelname draagt bij aan de stabiliteit»: what comes of it, not what is given."""
    figures = context.amounts(unit.start, unit.end) or context.headcounts(unit.start, unit.end)
    return lead.verb is not None and lead.verb.infinitive in EFFECTS and not figures


def likelihood(features: frozenset[str]) -> float:
    """Return the likelihood, 0 to 1, that a clause with these features says an undertaking."""
    weights = _weights()
    return 1 / (1 + exp(-weights[""] - sum(weights.get(name, 0.0) for name in sorted(features))))


@cache
def _weights() -> dict[str, float]:
    path = Path(__file__).with_name("likely.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


def _manned(lead: Predication, unit: Unit, context: Context) -> bool:
    own = lead.subject is not None and is_unit(lead.subject)
    return own or bool(context.headcounts(unit.start, unit.end))


def _unit(
    main: Predication | None,
    start: int,
    end: int,
    who: Actor | None,
    sentence: Span,
    discourse: Discourse,
    context: Context,
) -> Unit:
    tokens = [t for t in sentence if start <= t.idx < end]
    features = {f"topic={discourse.topic}", f"last={discourse.last}"}
    features.add("before=commitment" if discourse.told else "before=other")
    features |= _of_verb(main, who, discourse, context) if main is not None else {"no verb"}
    features |= {f"word={t.lemma_.lower()}" for t in tokens if t.is_alpha}
    features |= _of_shape(tokens, sentence, context)
    features |= {f"own={t.lower_}" for t in tokens if t.lower_ in OWN}
    features |= {f"noun={kind}" for t in tokens for kind in noun_kinds(t.lower_)}
    features |= _of_terms(start, end, discourse, context)
    return Unit(main, start, end, frozenset(features))


def _of_shape(tokens: Sequence[Token], sentence: Span, context: Context) -> set[str]:
    """Word forms, beginnings and ends of long words, which compounds share, and the place in the text."""
    start = sentence.start_char
    paragraphs = context.letter.paragraphs
    paragraph = paragraphs[bisect_right(paragraphs, start, key=lambda p: p.end)]
    long = [t.lower_ for t in tokens if t.is_alpha and len(t) > LONG]
    return {
        *(f"form={t.tag_}" for t in tokens),
        *(f"begins={word[:5]}" for word in long),
        *(f"ends={word[-4:]}" for word in long),
        f"in={paragraph.kind}", f"tens of words={len(tokens) // 10}",
        f"opens paragraph={start - paragraph.start < 3}",
        f"fifth={5 * start // len(context.letter.text)}",
    }  # fmt: skip


def _of_verb(
    main: Predication, who: Actor | None, discourse: Discourse, context: Context
) -> set[str]:
    party, sense = who.party if who is not None else "unknown", sense_of(main)
    features = {
        f"party={party}", f"sense={sense}", f"verb={main.head.lemma_.lower()}",
        f"party={party} sense={sense}", f"party={party} passive={main.passive}",
        f"passive={main.passive}", f"perfect={main.perfect}", f"past={main.past}",
        *(f"modal={modal}" for modal in main.modals or ("none",)),
    }  # fmt: skip
    if main.agent is not None:
        features.add(f"agent={actor(main.agent, context).party}")
    return features | _of_subject(main.subject, discourse, context)


def _of_subject(subject: Token | None, discourse: Discourse, context: Context) -> set[str]:
    if subject is None:
        return {"no subject"}
    features = {f"subject={subject.lemma_.lower()}", f"subject is {subject.pos_}"}
    features |= {f"subject noun={kind}" for kind in noun_kinds(subject.lower_)}
    if (entity := context.entity(subject)) is not None:
        ours = any(link.id.endswith("/nld") for link in entity.links)
        features.add("subject names us" if ours else f"subject names {entity.kind}")
    if is_unit(subject):
        features |= {"subject is unit", f"subject is unit topic={discourse.topic}"}
    return features


def _of_terms(start: int, end: int, discourse: Discourse, context: Context) -> set[str]:
    features = {f"names {e.kind} {e.form}" for e in context.entities(
        start, end, "mission", "country", "organisation", "office", "person", "region")}  # fmt: skip
    if context.amounts(start, end):
        features |= {"money", f"money topic={discourse.topic}"}
    if context.headcounts(start, end):
        features |= {"people", f"people topic={discourse.topic}"}
    written = context.letter.facts.date
    for time in context.times(start, end):
        features.add(f"time={time.function}")
        if time.moment is not None and written is not None:
            later = time.moment.earliest > written.latest
            features.add("time=later" if later else "time=earlier")
    return features


def chance(candidate: Candidate, clauses: Sequence[Unit]) -> float:
    """Return the likelihood of the clause that a candidate stands in, ``EVEN`` where there is none."""
    head = candidate.lead.head.idx
    inside = (unit for unit in clauses if unit.start <= head < unit.end)
    return next((likelihood(unit.features) for unit in inside), EVEN)


def doubtful(candidate: Candidate, clauses: Sequence[Unit]) -> bool:
    """Tell whether what a rule claims is far more likely somebody else's or background; what the
    writer himself promises, gives or changes is never, nor what is not extended of our own, nor Nederlanders who take part."""
    subject = candidate.lead.subject
    own = subject is not None and subject.lower_ in WRITER
    plain = candidate.rule != "handelt" and candidate.sense in GIVING | CHANGE | {"act"}
    ended = candidate.actor.party == "contribution" and candidate.sense in CHANGE
    sent = candidate.sense in GIVING and bool(candidate.lead.words & words().people)
    if own and (candidate.rule == "promise" or plain) or ended and candidate.negated or sent:
        return False
    least = DOUBT.get(candidate.rule, 0.0)
    return not candidate.vague and chance(candidate, clauses) < least


def untaken(unit: Unit, taken: Sequence[Candidate]) -> bool:
    """Tell whether no rule made anything of this clause."""
    heads = [h.idx for c in taken for h in (c.lead.head, c.content.head)]
    return not any(unit.start <= head < unit.end for head in heads)
