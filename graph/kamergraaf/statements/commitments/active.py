"""Commitments with a Dutch subject: decided, promised, intended, done."""

from dataclasses import replace

from kamergraaf.model import Modality
from kamergraaf.statements.actors import Actor
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.discourse import is_unit
from kamergraaf.statements.commitments.messages import diplomatic
from kamergraaf.statements.commitments.phrases import noun_kinds, search
from kamergraaf.statements.commitments.senses import (
    CHANGE,
    DEEDS,
    DIPLOMATIC,
    EFFECTS,
    FINDING,
    GIVING,
    NO_ACT,
    NOT,
    SPEECH,
    content_of,
    deed_of,
    is_concrete,
    sense_of,
)
from kamergraaf.statements.context import Context
from kamergraaf.statements.lexicon import Verb, find_verb
from kamergraaf.statements.predication import Predication

PASSIVE = "nsubj:pass"
AMOUNTS_TO = frozenset({"lopen", "duren", "bedragen", "omvatten", "belopen", "tellen", "beslaan"})


def on_condition(lead: Predication, who: Actor) -> Candidate | None:
    """«kan Nederland opnieuw ontplooien, mits …» is an offer under a condition."""
    met = search("voorwaarde", lead.head.sent.text) is not None
    if lead.modals != ("kunnen",) or not met or sense_of(lead) not in GIVING | CHANGE:
        return None
    return Candidate(lead, lead, who, "kan-mits", sense_of(lead), "conditional")


def by_verb(lead: Predication, who: Actor, context: Context) -> Candidate | None:
    """Return what the sense of its verb makes of a clause with a Dutch subject."""
    sense = sense_of(lead)
    content = content_of(lead, sense)
    negated = bool((lead.words | content.words) & NOT)
    if who.party == "contribution":
        return _contribution(lead, who, sense, negated, context)
    if sense in SPEECH:
        deed = "explore" if sense == "explore" else deed_of(lead, content, sense)
        vague = sense == "aim" and not is_concrete(lead, context) or deed in NO_ACT
        modality = SPEECH[sense]
        aim = {"deed": sense_of(content)} if sense == "explore" else {}
        return Candidate(lead, content, who, sense, deed, modality, vague, negated, extra=aim)
    if lead.head.lemma_ == "blijven" and content is not lead and sense_of(content) in DIPLOMATIC:
        # «Nederland blijft pleiten voor» pleads, now or, with «zal», later.
        found = diplomatic(content, who, sense_of(content), context)
        return found and replace(found, lead=lead, content=content, modality=_kept_up(lead))
    if lead.head.lemma_ in {"willen", "zullen"} and content is not lead:
        intended: Modality = "intended" if lead.head.lemma_ == "willen" else "promised"
        vague = intended == "intended" and not is_concrete(lead, context)
        deed = sense_of(content) or "act"
        return Candidate(lead, content, who, "willen", deed, intended, vague, negated)
    if "willen" in lead.modals:
        vague = not is_concrete(lead, context)
        return Candidate(lead, lead, who, "willen", sense or "act", "intended", vague, negated)
    if sense in DIPLOMATIC and _is_asked(lead):
        return None
    if sense in DIPLOMATIC:
        return diplomatic(lead, who, sense, context)
    if "zullen" in lead.modals:
        return Candidate(
            lead, lead, who, "zal", sense or "act", "promised", sense in NO_ACT, negated
        )
    said = any(i.form == "complement" and i.finite is not None for i in lead.inner)
    if sense == "act" and said and lead.verb is not None and lead.verb.infinitive in FINDING:
        return None
    if sense in GIVING | CHANGE | {"promote", "act"}:
        return Candidate(lead, lead, who, "doet", sense, "reported", sense == "promote", negated)
    action = lead.head.pos_ == "VERB" and not any(c.dep_ == "cop" for c in lead.head.children)
    if not sense and action and lead.form == "main" and (later := _closing_verb(lead)):
        lead.verb, lead.perfect = later, True
        return by_verb(lead, who, context)
    if not sense and action and lead.form == "main" and not _being(lead):
        return Candidate(lead, lead, who, "handelt", "act", "reported", False, negated)
    if lead.agent is not None and lead.passive and sense in {"", "attitude"}:
        return Candidate(lead, lead, who, "handelt", "act", "reported", False, negated)
    if sense == "follow":
        return Candidate(lead, lead, who, "volgt", sense, "reported", True, negated)
    if sense in {"attitude", ""} and context.headcounts(lead.start, lead.end):
        return Candidate(lead, lead, who, "aanwezig", "deploy", "reported", False, negated)
    return _having(lead, who)


def _kept_up(lead: Predication) -> Modality:
    return "promised" if "zullen" in lead.modals else "advocated"


def _closing_verb(lead: Predication) -> Verb | None:
    """The verb that closes the sentence, when the parser took another word for the verb."""
    if lead.finite is None or lead.finite.lemma_ not in {"hebben", "zijn", "worden"}:
        return None
    for token in reversed(lead.tokens):
        if token.i > lead.head.i and "Part" in token.morph.get("VerbForm", []):
            return find_verb(token, lead.head.sent)
    return None


def _being(lead: Predication) -> bool:
    """«is bezorgd», «zijn verheugd»: a participle with «zijn» that tells a state of mind."""
    finite = lead.finite
    return finite is not None and finite is not lead.head and finite.lemma_ == "zijn"


def _contribution(
    lead: Predication, who: Actor, sense: str, negated: bool, context: Context
) -> Candidate | None:
    """A Dutch contribution as subject: it is sent, extended, ends or amounts to; its effects do not
    count («draagt bij aan de stabiliteit»)."""
    future = "zullen" in lead.modals
    modality: Modality = "promised" if future else "reported"
    manned = bool(context.headcounts(lead.start, lead.end))
    consists = lead.head.lemma_ == "bestaan" and "uit" in lead.words
    if consists or lead.head.lemma_ in AMOUNTS_TO or manned and sense in NO_ACT | {""}:
        return Candidate(lead, lead, who, "bijdrage", "deploy", modality, False, negated)
    effect = lead.verb is not None and lead.verb.infinitive in EFFECTS
    staff = lead.subject is not None and noun_kinds(lead.subject.lower_) & {"personnel", "training"}
    effect = effect or sense in {"support", "promote"}
    if effect and not lead.passive and not staff:
        return None
    unit = lead.subject is not None and is_unit(lead.subject)
    if unit and sense == "act" and lead.form == "main":
        return Candidate(lead, lead, who, "bijdrage", "deploy", modality, False, negated)
    if sense in DEEDS - {"inform", "explore", "act"} or (future or lead.passive) and sense == "act":
        return Candidate(lead, lead, who, "bijdrage", sense, modality, False, negated)
    return None


def _having(lead: Predication, who: Actor) -> Candidate | None:
    held = next((c.lower_ for c in lead.head.children if c.dep_ == "obj"), "")
    if lead.head.lemma_ == "hebben" and held in {"mandaat", "bijdrage", "verplichting"}:
        return Candidate(lead, lead, who, "heeft", "deploy", "reported")
    raised = lead.head.lemma_ == "doen" and held in {"dit", "dat"}
    if raised and search("gelegenheid", lead.head.sent.text):
        return Candidate(lead, lead, who, "diplomatie", "raise", "reported")
    if lead.head.lower_ in {"voorstander", "tegenstander"}:
        return Candidate(lead, lead, who, "bepleit", "urge", "advocated")
    return None


def _is_asked(lead: Predication) -> bool:
    """«In een motie werd de regering gevraagd …»: the Netherlands is the one that is spoken to."""
    subject = lead.subject
    return lead.passive and lead.agent is None and subject is not None and subject.dep_ == PASSIVE
