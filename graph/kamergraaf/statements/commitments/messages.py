"""What is said to parliament and to others: promises to inform, diplomatic acts."""

from spacy.tokens import Span

from kamergraaf.model import Modality
from kamergraaf.statements.actors import Actor
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.phrases import is_paper, search
from kamergraaf.statements.commitments.senses import ADJOURNED, FINDING, PARLIAMENT, sense_of
from kamergraaf.statements.context import Context
from kamergraaf.statements.predication import Predication

SENDING = frozenset({"give", "deploy", "promise", "explore", "act", "inform"})
GIVEN = frozenset({"obj", "nsubj:pass"})
COUNTERPARTS = frozenset({"bondgenoten", "collega", "ambtgenoot", "ambtgenoten", "partners", "hem"})


def instigated(lead: Predication, context: Context) -> Candidate | None:
    """Is somebody else moved by the Netherlands («op aandringen van Nederland»)?"""
    text = lead.head.sent.text
    if lead.finite is None or lead.form not in {"main", "adverbial"} or "zullen" in lead.modals:
        return None
    if search("aangezet", text) is None:
        return None
    return Candidate(lead, lead, Actor("dutch", "Nederland"), "op-verzoek", "urge", "reported")


def to_parliament(lead: Predication) -> bool:
    """Does the clause name parliament or «u» as receiver?"""
    return bool(lead.words & PARLIAMENT)


def receives(lead: Predication) -> bool:
    """«Uw Kamer ontvangt nader bericht»: parliament as the subject of receiving."""
    return (
        lead.head.lemma_ in {"ontvangen", "krijgen"}
        and lead.subject is not None
        and any(t.lower_ in PARLIAMENT for t in lead.subject.subtree)
        and not (lead.perfect or lead.past)
    )


def paper_follows(lead: Predication) -> bool:
    """«De eindevaluatie volgt in mei»: a paper that parliament will get."""
    subject = lead.subject
    return (
        subject is not None
        and lead.head.lemma_ in {"volgen", "verschijnen"}
        and is_paper(subject.lower_)
        and not (lead.perfect or lead.past)
    )


def sends_paper(lead: Predication) -> bool:
    """«Vóór de begroting zend ik u een overzicht»: a paper as what parliament is given."""
    return (
        sense_of(lead) in SENDING
        and to_parliament(lead)
        and any(
            c.dep_ in GIVEN and is_paper(c.lower_)
            for head in (lead.head, *(i.head for i in lead.inner if i.finite is None))
            for c in head.children
        )
    )


def to_others(lead: Predication, who: Actor, context: Context) -> bool:
    """Is somebody abroad told something by the Netherlands?"""
    if who.party == "foreign" and not lead.passive or set(lead.modals) & ADJOURNED:
        return False
    if who.party == "unknown" and not lead.passive:
        return False
    abroad = any(
        (e.kind in {"country", "person"} or e.form == "foreign")
        and not any(link.id.endswith("/nld") for link in e.links)
        for e in context.entities(lead.start, lead.end, "country", "person", "office")
    )
    told = lead.perfect or lead.past or "zullen" in lead.modals
    return told and (abroad or bool(lead.words & COUNTERPARTS))


def inform(lead: Predication, who: Actor) -> Candidate | None:
    """Return a promise to inform parliament; what it was told before is history."""
    expected = lead.verb is not None and lead.verb.with_ == ("tegemoet",)
    if lead.perfect or lead.past or set(lead.modals) & ADJOURNED and not expected:
        return None
    if any(i.form == "complement" and i.finite is not None for i in lead.inner):
        return None
    receiver = lead.passive or (
        lead.subject is not None and any(t.lower_ in PARLIAMENT for t in lead.subject.subtree)
    )
    if who.party == "foreign" and not receiver:
        return None
    speaker = who if who.party == "dutch" else Actor("dutch", "kabinet")
    return Candidate(lead, lead, speaker, "informeren", "inform", "promised")


def told_by_words(sentence: Span, found: list[Predication]) -> Candidate | None:
    """Return a promise to inform parliament known by its words alone, where the parse of a long
    sentence hides who tells whom."""
    main = next((p for p in found if p.form == "main"), None)
    if main is None or search("bericht-aan-kamer", sentence.text) is None:
        return None
    if search("eigen-brief", sentence.text) or search("bericht-gedaan", sentence.text):
        return None
    return Candidate(main, main, Actor("dutch", "kabinet"), "informeren", "inform", "promised")


def diplomatic(lead: Predication, who: Actor, sense: str, context: Context) -> Candidate | None:
    """Return a diplomatic act, vague where it has no occasion and no counterpart."""
    addressed = search("gelegenheid", lead.head.sent.text) is not None
    told = lead.perfect or lead.past
    if lead.words & PARLIAMENT and sense in {"emphasise", "request", "consult"}:
        return None
    if "zullen" in lead.modals:
        return Candidate(lead, lead, who, "diplomatie", sense, "promised")
    found = lead.verb is not None and lead.verb.infinitive in FINDING
    if sense == "emphasise" and not addressed and (found or not told):
        return None
    partner = sense == "consult" and any(
        e.form != "adjective" for e in context.entities(lead.start, lead.end, "country")
    )
    if sense in {"request", "consult", "raise"} and not (addressed or told or partner):
        return Candidate(lead, lead, who, "diplomatie", sense, "reported", True)
    if sense == "consult" and told and search("besproken", lead.head.sent.text) is None:
        return Candidate(lead, lead, who, "diplomatie", sense, "reported", True)
    modality: Modality = "reported" if told or sense != "urge" else "advocated"
    return Candidate(lead, lead, who, "diplomatie", sense, modality)
