"""Commitments whose actor is not the subject: passives, participles, bare figures."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from kamergraaf.model import Modality
from kamergraaf.statements.actors import Actor, actor
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.discourse import Discourse, is_unit
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.commitments.senses import (
    ADJOURNED,
    CHANGE,
    DEEDS,
    GIVING,
    NOT,
    PARLIAMENT,
    content_of,
    deed_of,
    named_act,
    sense_of,
)
from kamergraaf.statements.context import Context
from kamergraaf.statements.lexicon import find_verb
from kamergraaf.statements.predication import Predication

COUNCIL = re.compile(r"\b(tijdens|in|binnen|door|namens)( (de|het))?( \w+)? $", re.IGNORECASE)
REACH = 7
"""Words between «door» and the end of the participle in «het door … gefinancierde»."""
GOING = frozenset({
    "gaan", "komen", "krijgen", "staan", "volgen", "ontvangen", "vergen", "kosten", "bedragen",
    "belopen", "tellen", "behoren",
})  # fmt: skip
"""Verbs by which a sum or people come to somebody or something."""
PRESENT_GIFT = frozenset({"subsidie", "bijdrage", "euro", "miljoen", "gulden", "dollar", "€", "f"})
SUMS = frozenset({"bijdrage", "bedrag", "tranche", "storting", "schenking", "lening", "betaling"})
OURS = frozenset({"nederlandse", "nederland", "nederlanders", "hiervan", "daarvan"})
"""What ties a sum or a number to the Netherlands: its name, or the sum in the sentence before."""
FRAMES = frozenset({"tijdens", "in", "binnen", "door", "bij", "namens", "volgens"})


def agentless(
    lead: Predication, who: Actor, context: Context, discourse: Discourse
) -> Candidate | None:
    """A passive that names no agent: it is Dutch where the text speaks of the Netherlands."""
    sense = sense_of(lead)
    if not lead.passive and not (lead.perfect and lead.finite and lead.finite.lemma_ == "zijn"):
        return None
    if who.party == "foreign" or lead.agent is not None or set(lead.modals) & ADJOURNED:
        return None
    content = content_of(lead, sense)
    own = bool({"nederlandse", "nederland", "kabinet"} & (lead.words | content.words))
    named = content is not lead or bool(named_act(lead))
    if sense == "decide" and named and _decided_here(lead, content, discourse, context):
        return Candidate(
            lead, content, Actor("dutch", discourse.label), "decide",
            deed_of(lead, content, sense), "decided", False, bool(content.words & NOT),
        )  # fmt: skip
    start, end = lead.start, lead.end
    figures = bool(
        context.headcounts(start, end) or (sense == "give" and context.amounts(start, end))
    )
    weighed = sense == "explore" and discourse.topic != "foreign"
    unit = lead.subject is not None and is_unit(lead.subject)
    given = (sense == "give" or unit) and discourse.topic != "foreign"
    topical = discourse.topic in {"dutch", "contribution"}
    spoken_of = own or figures or weighed or given or topical
    if sense == "promise" and discourse.topic != "foreign" and context.amounts(start, end):
        return Candidate(lead, lead, Actor("dutch", discourse.label), "promise", "give", "decided")
    asked = sense == "request" and lead.passive and content is not lead
    if (
        asked
        and discourse.topic != "foreign"
        and not lead.words & PARLIAMENT
        and who.party == "unknown"
    ):
        return Candidate(
            lead, content, Actor("dutch", discourse.label), "lijdend", "act", "reported"
        )
    if sense == "consult" and lead.passive and not lead.perfect and _with_abroad(lead, context):
        speaker = Actor("dutch", discourse.label)
        return Candidate(lead, lead, speaker, "diplomatie", sense, "reported")
    if sense in {"raise", "urge", "emphasise"} and _is_dutch(lead.subject):
        return Candidate(lead, lead, Actor("dutch", "Nederland"), "diplomatie", sense, "reported")
    if sense not in DEEDS or not spoken_of:
        return None
    modality: Modality = "promised" if "zullen" in lead.modals else "reported"
    if sense == "explore":
        modality = "exploratory"
    negated = bool(lead.words & NOT)
    if sense in {"act", "inform"} and modality == "reported" and not own:
        return None
    if not own and _foreign_help(lead, context):
        return None
    frame = sense in CHANGE | {"act", "explore"} and bool(lead.words & FRAMES)
    if not own and frame and context.entities(start, end, "organisation"):
        return None
    return Candidate(
        lead, lead, Actor("dutch", discourse.label), "lijdend", sense, modality, negated=negated
    )


def figures(
    lead: Predication, who: Actor, context: Context, discourse: Discourse
) -> Candidate | None:
    """A sum or a number of people in a sentence about nobody else («Voor onderwijs komt vier
    miljoen euro ter beschikking») is what the Netherlands gives or sends."""
    sense = sense_of(lead)
    if lead.form != "main" or lead.agent is not None:
        return None
    if who.party == "foreign" and not (_receives(lead, context) and discourse.topic != "foreign"):
        return None
    if discourse.topic == "foreign" or set(lead.modals) & ADJOURNED:
        return None
    people = context.headcounts(lead.start, lead.end)
    money = context.amounts(lead.start, lead.end)
    ours = discourse.topic in {"dutch", "contribution"} or bool(OURS & lead.words)
    ours = ours or _from_us(lead, context)
    going = lead.head.lemma_ in GOING and ours
    going = going or lead.subject is not None and lead.subject.lower_ in SUMS
    fitting = sense in GIVING | CHANGE | {"act"} or going
    ready = search("geld-staat-klaar", lead.head.sent.text) is not None
    if not (people and (ours or fitting) or money and (fitting or ready)):
        return None
    sense = sense if sense in GIVING | CHANGE else "give" if money else "deploy"
    modality: Modality = "promised" if "zullen" in lead.modals else "reported"
    return Candidate(lead, lead, Actor("dutch", discourse.label), "cijfers", sense, modality)


def _from_us(lead: Predication, context: Context) -> bool:
    """«van het Rijk», «uit mijn begroting», «uit Nederland»: where the money comes from."""
    return any(
        actor(t, context).party == "dutch" or t.lower_ == "begroting"
        for t in lead.tokens
        if any(c.dep_ == "case" and c.lower_ in {"van", "uit"} for c in t.children)
        and t.dep_.startswith("obl")
    )


def _receives(lead: Predication, context: Context) -> bool:
    """«Stichting FairWork ontvangt dit jaar 215.000 euro»: the subject is whom the money goes to,
    and no one abroad gives it."""
    text = context.letter.text
    if lead.head.lemma_ not in {"ontvangen", "krijgen"} or not (lead.words & PRESENT_GIFT):
        return False
    return not any(
        text[max(lead.start, e.start - 8) : e.start].lower().endswith((" van ", " van de ", "uit "))
        for e in context.entities(lead.start, lead.end, "country", "organisation")
        if not any(link.id.endswith("/nld") for link in e.links)
    )


def _decided_here(
    lead: Predication, content: Predication, discourse: Discourse, context: Context
) -> bool:
    """Was «is besloten» a Dutch decision: about Dutch things, or where the Netherlands is spoken of,
    and not taken in somebody's council?"""
    text = context.letter.text
    council = any(
        COUNCIL.search(text[max(lead.start, e.start - 20) : e.start])
        for e in context.entities(lead.start, lead.end, "organisation")
    )
    ours = bool({"nederlandse", "nederland"} & content.words) or discourse.last == "dutch"
    deed = named_act(lead) if content is lead else sense_of(content)
    given = deed in GIVING | CHANGE and discourse.topic != "foreign"
    return (ours or given) and not council


def _foreign_help(lead: Predication, context: Context) -> bool:
    """«Met steun van Duitsland zijn …»: other givers are named and the Netherlands is not."""
    text = context.letter.text
    return any(
        e.form == "noun" and "steun van" in text[max(lead.start, e.start - 60) : e.start].lower()
        for e in context.entities(lead.start, lead.end, "country", "organisation")
    )


def _with_abroad(lead: Predication, context: Context) -> bool:
    """«Met Bulgarije wordt gesproken»: the counterpart is another state or body, named once."""
    text = context.letter.text
    named = [
        e for e in context.entities(lead.start, lead.end, "country", "organisation")
        if e.form != "adjective" and not any(link.id.endswith("/nld") for link in e.links)
    ]  # fmt: skip
    return any(
        text[max(0, e.start - 12) : e.start].lower().endswith(("met ", "met de ")) for e in named
    )


def _is_dutch(subject: Token | None) -> bool:
    return subject is not None and any(c.lower_ == "nederlandse" for c in subject.children)


def participle(lead: Predication, who: Actor, context: Context) -> Candidate | None:
    """Return a gift told by a participle («mede door Nederland gefinancierd»)."""
    if lead.agent is None and who.party == "dutch" and sense_of(lead) in DEEDS:
        lead.form, lead.past = "main", True
        lead.tokens = list(lead.head.sent)
        return Candidate(lead, lead, who, "doet", sense_of(lead), "reported")
    if lead.head.text.endswith("e"):
        return None
    if lead.agent is None or sense_of(lead) not in GIVING or who.party != "dutch":
        return None
    return Candidate(lead, lead, who, "deelwoord", sense_of(lead), "reported")


def adjectives(sentence: Span, context: Context) -> Iterator[Candidate]:
    """«het door de Benelux gefinancierde onderzoek»: a gift in a participle before a noun."""
    for door in sentence:
        if door.lower_ != "door" or door.i + 1 >= sentence.end:
            continue
        reach = sentence.doc[door.i + 1 : min(door.i + 1 + REACH, sentence.end)]
        who = next((a for t in reach[:3] if (a := actor(t, context)).party == "dutch"), None)
        given = next((t for t in reach if t.text.endswith("de") or t.text.endswith("te")), None)
        if who is None or given is None:
            continue
        verb = find_verb(given, sentence)
        if verb is None or verb.sense not in GIVING or given.pos_ == "NOUN":
            continue
        first = (
            door.i - 1
            if door.i > sentence.start and door.nbor(-1).pos_ in {"DET", "PRON"}
            else door.i
        )
        last = next(
            (t.i for t in sentence.doc[given.i + 2 : sentence.end]
             if t.pos_ in {"VERB", "AUX"} or t.text in {",", ".", ";", ":"}), sentence.end,
        )  # fmt: skip
        tokens = list(sentence.doc[first:last])
        lead = Predication(given, None, "participle", None, tokens, verb)
        yield Candidate(lead, lead, who, "deelwoord", verb.sense, "reported")
