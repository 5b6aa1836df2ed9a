"""Of which kind is a commitment: from its verb, its object and the figures in it."""

from spacy.tokens import Token

from kamergraaf.model import Kind
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.messages import sends_paper
from kamergraaf.statements.commitments.phrases import noun_kinds, search
from kamergraaf.statements.context import Context

BY_SENSE: dict[str, Kind] = {
    "inform": "inform-parliament", "urge": "diplomatic", "raise": "diplomatic",
    "emphasise": "diplomatic", "consult": "diplomatic", "request": "diplomatic",
    "condemn": "diplomatic",
}  # fmt: skip
OBJECTS = frozenset({"obj", "nsubj:pass", "iobj"})
TO_WHOM = frozenset({"obl:arg", "obl", "nmod"})
TRAINING_VERBS = frozenset({"opleiden", "trainen", "onderwijzen"})
MONEY_VERBS = frozenset({
    "financieren", "medefinancieren", "cofinancieren", "bekostigen", "betalen", "doneren",
    "storten", "overmaken", "kwijtschelden", "subsidiëren", "vergoeden", "uittrekken",
})  # fmt: skip
ABROAD: tuple[Kind, ...] = ("materiel", "training", "personnel", "programme", "policy")


def kinds(candidate: Candidate, context: Context) -> tuple[Kind, ...]:
    """Return the kind of a commitment, two for «een personele en financiële bijdrage»."""
    sense = candidate.sense
    if sense == "inform" or candidate.rule == "promise" and sends_paper(candidate.lead):
        return ("inform-parliament",)
    if sense in BY_SENSE:
        return (BY_SENSE[sense],)
    if _is_diplomacy(candidate):
        return ("diplomatic",)
    double = _double(candidate)
    if double:
        return double
    start, end = candidate.start, candidate.end
    exercise = any(
        link.kind == "exercise"
        for e in context.entities(start, end, "mission") for link in e.links
    )  # fmt: skip
    if exercise:
        return ("exercise",)
    object_kinds = _object_kinds(candidate)
    if _has_amount(context, start, end):
        given = _object_kinds(candidate, itself=True)
        return ("materiel",) if "materiel" in given[:1] else ("financial",)
    verb = candidate.content.verb.infinitive if candidate.content.verb else ""
    goods = "materiel" in object_kinds[:1]
    if verb in MONEY_VERBS and not goods or _adverb(candidate, "financieel"):
        return ("financial",)
    return (_single(candidate, context, verb, object_kinds),)


def _is_diplomacy(candidate: Candidate) -> bool:
    """A paper, statement or effort among states, without money or people in it."""
    if candidate.sense in {"aim", "effort"} and candidate.actor.partners:
        return True
    if any(noun_kinds(c.lower_) == {"diplomatic"} for c in candidate.content.head.children):
        return True
    among = search("gelegenheid", candidate.text) is not None
    return among and candidate.rule in {"zal", "handelt"} and candidate.sense == "act"


def _changes_contribution(candidate: Candidate) -> bool:
    """«Deze bijdrage wordt gehalveerd»: what is changed is told by the contribution itself."""
    subject = candidate.lead.subject
    return (
        candidate.sense in {"extend", "expand", "reduce", "suspend", "resume", "end"}
        and subject is not None
        and subject.lower_ in {"bijdrage", "inzet", "deelname", "aantal", "mandaat", "deelneming"}
    )


def _single(candidate: Candidate, context: Context, verb: str, object_kinds: list[Kind]) -> Kind:
    start, end = candidate.start, candidate.end
    people = any(start <= h.start < end for h in context.annotated.headcounts)
    mission = bool(context.entities(start, end, "mission"))
    first = object_kinds[0] if object_kinds else None
    if candidate.sense == "explore":
        if first is None and candidate.extra.get("deed") == "deploy":
            return "personnel"
        return first if first in {"personnel", "financial", "training", "materiel"} else "study"
    if verb in TRAINING_VERBS or first == "training":
        return "training"
    if candidate.sense == "act" and not people:
        return first if first in {"materiel", "exercise", "programme"} else "policy"
    if people or first == "personnel" or _changes_contribution(candidate):
        return "personnel"
    if candidate.sense == "deploy" and first in {None, "policy"}:
        words = {k for t in candidate.content.tokens for k in noun_kinds(t.lower_)}
        return "materiel" if "materiel" in words else "personnel"
    if first is not None and first != "inform-parliament":
        return "personnel" if first == "policy" and mission else first
    if mission and candidate.sense in {"give", "support", "deploy", "extend", "end", "suspend"}:
        return "personnel"
    if candidate.sense in {"give", "support"}:
        return "programme"
    return "policy"


def _double(candidate: Candidate) -> tuple[Kind, ...]:
    words = {t.lower_ for t in candidate.content.tokens}
    found: list[Kind] = []
    if words & {"personele", "militaire", "personeel"}:
        found.append("personnel")
    if words & {"financiële", "financieel"}:
        found.append("financial")
    if words & {"materiële", "materieel"}:
        found.append("materiel")
    return tuple(found) if len(found) > 1 and words & {"bijdrage", "steun", "bijdragen"} else ()


def _object_kinds(candidate: Candidate, *, itself: bool = False) -> list[Kind]:
    """Kinds of the nouns of the object, its head first, then, unless only ``itself`` is asked, what it
    is for."""
    head = candidate.content.head
    found: list[Kind] = []
    near: list[Token] = [c for c in head.children if c.dep_ in OBJECTS]
    if candidate.content is candidate.lead and candidate.actor.party == "contribution":
        near += [candidate.lead.subject] if candidate.lead.subject is not None else []
    if head.pos_ in {"NOUN", "PROPN"}:
        near.append(head)
    for token in near:
        _collect(token, found)
    for child in () if itself else head.children:
        if child.dep_ in TO_WHOM and candidate.sense != "act":
            _collect(child, found)
    return found


def _collect(token: Token, found: list[Kind]) -> None:
    if token.lower_ in {"bijdrage", "steun", "inzet", "ondersteuning", "hulp", "bijdragen"}:
        order = [t for t in token.children if t.dep_ in {"amod", "nmod", "obl:arg"}]
    else:
        order = [token, *(t for t in token.children if t.dep_ in {"amod", "nmod"})]
    for word in order:
        for kind in ("inform-parliament", "materiel", "exercise", "training", "personnel",
                     "financial", "programme", "policy"):  # fmt: skip
            if kind in noun_kinds(word.lower_) and kind not in found:
                found.append(kind)


def _has_amount(context: Context, start: int, end: int) -> bool:
    return any(start <= a.start < end for a in context.annotated.amounts)


def _adverb(candidate: Candidate, word: str) -> bool:
    return any(t.lower_ == word for t in candidate.content.tokens)
