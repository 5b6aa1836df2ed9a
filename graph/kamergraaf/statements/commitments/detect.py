"""Is a predication a Dutch commitment, and by which rule."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Span, Token

from kamergraaf.model import Modality
from kamergraaf.statements.actors import UNKNOWN, Actor, actor, words
from kamergraaf.statements.clauses import Predication, predications
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.discourse import Discourse, is_unit
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.context import Context, within
from kamergraaf.statements.lexicon import Verb, find_verb

SPEECH: dict[str, Modality] = {
    "decide": "decided", "promise": "promised", "intend": "intended", "explore": "exploratory",
    "aim": "intended", "effort": "intended",
}  # fmt: skip
CHANGE = frozenset({"extend", "expand", "reduce", "suspend", "resume", "end", "abstain"})
GIVING = frozenset({"give", "support", "deploy"})
DIPLOMATIC = frozenset({"urge", "raise", "emphasise", "consult", "request", "condemn"})
NO_ACT = frozenset({"attitude", "follow"})
DEEDS = GIVING | CHANGE | {"act", "explore", "inform"}
PARLIAMENT = frozenset({"kamer", "kamers", "u", "staten-generaal", "parlement", "kamerleden"})
NOT = frozenset({"niet", "geen", "nooit", "noch", "evenmin"})
REACH = 7
"""Words between «door» and the end of the participle in «het door … gefinancierde»."""
AMOUNTS_TO = frozenset({"bedragen", "omvatten", "belopen", "tellen", "beslaan"})
FRAMES = frozenset({"tijdens", "in", "binnen", "door", "bij", "namens", "volgens"})
PAPERS = ("evaluatie", "rapportage", "brief", "nota", "verslag", "kabinetsreactie", "notitie")
COUNTERPARTS = frozenset({"bondgenoten", "collega", "ambtgenoot", "ambtgenoten", "partners", "hem"})
ADJOURNED = frozenset({"kunnen", "moeten", "mogen", "zou"})


def candidates(sentence: Span, context: Context, discourse: Discourse) -> Iterator[Candidate]:
    """Yield the commitments that a sentence states, in text order."""
    found = predications(sentence)
    main: Actor | None = None
    foreign = _foreign(found, context)
    for predication in found:
        if predication.governor is not None and _spoken_for(predication):
            continue
        who = _who(predication, context, discourse)
        if predication.form == "main" and (main is None or main.party == "unknown"):
            main = who
        candidate = _judge(predication, who, context, discourse)
        if candidate is not None:
            candidate.foreign = foreign - {t.idx for t in predication.tokens}
            yield candidate
            yield from _conjoined(candidate)
    yield from _adjectives(sentence, context)
    if main is not None:
        discourse.note(main)


def _foreign(found: list[Predication], context: Context) -> frozenset[int]:
    return frozenset(
        token.idx
        for predication in found
        if predication.finite is not None
        and actor(predication.agent or predication.subject, context).party == "foreign"
        for token in predication.tokens
    )


def enumerated(bullet: Span, discourse: Discourse, context: Context) -> list[Candidate]:
    """Return what a bullet without a verb says: the verb and the actor stand before the list.

    Where no verb does, a sum or a number of people in a Dutch context is given or sent.
    """
    if any("Fin" in t.morph.get("VerbForm", []) for t in bullet):
        return []
    item = Predication(bullet.root, None, "main", None, list(bullet))
    if discourse.intro is not None:
        item.verb = discourse.intro.content.verb
        return [replace(discourse.intro, lead=item, content=item, rule="opsomming")]
    start, end = bullet.start_char, bullet.end_char
    money = within(context.annotated.amounts, start, end)
    people = within(context.annotated.headcounts, start, end)
    if discourse.topic not in {"dutch", "contribution"} or not (money or people):
        return []
    who = Actor("dutch", discourse.label)
    return [Candidate(item, item, who, "opsomming", "give" if money else "deploy", "decided")]


def _spoken_for(predication: Predication) -> bool:
    """Is this the infinitive of a verb of deciding, so that it belongs to that verb?"""
    return predication.finite is None and predication.form not in {"relative", "participle"}


def _conjoined(first: Candidate) -> Iterator[Candidate]:
    if first.content is first.lead:
        return
    for other in first.lead.inner:
        if other is not first.content and other.head.dep_ == "conj" and other.finite is None:
            yield Candidate(
                first.lead, other, first.actor, first.rule, _sense(other) or "act", first.modality,
                first.vague, bool(other.words & NOT), extra={"conjunct": "yes"},
            )  # fmt: skip


def _sense(predication: Predication) -> str:
    return predication.verb.sense if predication.verb else ""


def _who(lead: Predication, context: Context, discourse: Discourse) -> Actor:
    if lead.agent is not None:
        return actor(lead.agent, context)
    found = actor(lead.subject, context)
    relative = lead.form == "relative" and lead.subject is not None and lead.subject.pos_ == "PRON"
    if (
        not relative
        and found.party in {"unknown", "foreign"}
        and (found.party == "unknown" or lead.subject is not None and lead.subject.pos_ == "PRON")
    ):
        found = discourse.resolve(lead.subject, found)
    if found.party == "unknown" and lead.form in {"main", "participle"}:
        near = _next_to_finite(lead, context)
        if near.party == "dutch":
            return near
    return found


def _next_to_finite(lead: Predication, context: Context) -> Actor:
    """The parser missed the subject: look at the words after the finite verb."""
    finite = lead.finite or (lead.head if lead.subject is None else None)
    if finite is None or lead.passive:
        return UNKNOWN
    for token in finite.doc[finite.i + 1 : min(finite.i + 5, finite.sent.end)]:
        if token.pos_ == "DET" or token.lower_ in {"zich", "er", "tevens", "ook", "dan"}:
            continue
        named = token.text in words().names or context.entity(token) is not None
        if named and not any(c.dep_ == "case" for c in token.children):
            return actor(token, context)
        break
    return UNKNOWN


def _judge(
    lead: Predication, who: Actor, context: Context, discourse: Discourse
) -> Candidate | None:
    if lead.form == "participle":
        return _participle(lead, who, context)
    if lead.form == "conditional" or "zou" in lead.modals:
        return None
    if lead.form == "complement" and any(c.lower_ == "of" for c in lead.head.children):
        return None
    if lead.form == "complement" and not _reported_by_dutch(lead, context, discourse):
        return None
    instigated = _instigated(lead, context)
    if instigated is not None:
        return instigated
    if _sense(lead) == "inform" and _to_parliament(lead) or _paper_follows(lead):
        return _inform(lead, who)
    if _sense(lead) == "inform" and _to_others(lead, who, context):
        return Candidate(lead, lead, Actor("dutch", discourse.label), "diplomatie", "consult",
                         "promised" if "zullen" in lead.modals else "reported")  # fmt: skip
    if who.party in {"foreign", "unknown"}:
        found = _agentless(lead, who, context, discourse)
        return found or _figures(lead, who, context, discourse)
    if set(lead.modals) & ADJOURNED:
        return _on_condition(lead, who)
    return _by_verb(lead, who, context)


def _reported_by_dutch(lead: Predication, context: Context, discourse: Discourse) -> bool:
    governor = lead.governor
    if governor is None:
        return True
    if _sense(governor) in {"attitude", "emphasise", "urge"}:
        return False
    return _who(governor, context, discourse).party != "foreign"


def _participle(lead: Predication, who: Actor, context: Context) -> Candidate | None:
    if lead.agent is None and who.party == "dutch" and _sense(lead) in DEEDS:
        lead.form, lead.past = "main", True
        lead.tokens = list(lead.head.sent)
        return Candidate(lead, lead, who, "doet", _sense(lead), "reported")
    if lead.head.text.endswith("e"):
        return None
    if lead.agent is None or _sense(lead) not in GIVING or who.party != "dutch":
        return None
    return Candidate(lead, lead, who, "deelwoord", _sense(lead), "reported")


def _adjectives(sentence: Span, context: Context) -> Iterator[Candidate]:
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


def _instigated(lead: Predication, context: Context) -> Candidate | None:
    text = lead.head.sent.text
    if lead.finite is None or lead.form not in {"main", "adverbial"} or "zullen" in lead.modals:
        return None
    if search("aangezet", text) is None:
        return None
    return Candidate(lead, lead, Actor("dutch", "Nederland"), "op-verzoek", "urge", "reported")


def _to_parliament(lead: Predication) -> bool:
    return bool(lead.words & PARLIAMENT)


def _paper_follows(lead: Predication) -> bool:
    """«De eindevaluatie volgt in mei»: a paper that parliament will get."""
    subject = lead.subject
    return (
        subject is not None
        and lead.head.lemma_ in {"volgen", "verschijnen"}
        and subject.lower_.endswith(PAPERS)
        and not (lead.perfect or lead.past)
    )


def _to_others(lead: Predication, who: Actor, context: Context) -> bool:
    """Is somebody abroad told something by the Netherlands?"""
    if who.party == "foreign" and not lead.passive or set(lead.modals) & ADJOURNED:
        return False
    if who.party == "unknown" and not lead.passive:
        return False
    abroad = any(
        e.kind in {"country", "person"} or e.form == "foreign"
        for e in context.entities(lead.start, lead.end, "country", "person", "office")
    )
    told = lead.perfect or lead.past or "zullen" in lead.modals
    return told and (abroad or bool(lead.words & COUNTERPARTS))


def _inform(lead: Predication, who: Actor) -> Candidate | None:
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


def _figures(
    lead: Predication, who: Actor, context: Context, discourse: Discourse
) -> Candidate | None:
    """A sum or a number of people in a sentence about nobody else («Voor onderwijs komt vier
    miljoen euro ter beschikking») is what the Netherlands gives or sends."""
    sense = _sense(lead)
    if who.party == "foreign" or lead.form != "main" or lead.agent is not None:
        return None
    going = lead.head.lemma_ in {"gaan", "komen", "bedragen"}
    if discourse.topic == "foreign" or not (going or sense in GIVING | CHANGE | {"act"}):
        return None
    sense = "give" if going else sense
    if set(lead.modals) & ADJOURNED:
        return None
    start, end = lead.start, lead.end
    if not (
        within(context.annotated.amounts, start, end)
        or within(context.annotated.headcounts, start, end)
    ):
        return None
    modality: Modality = "promised" if "zullen" in lead.modals else "reported"
    return Candidate(lead, lead, Actor("dutch", discourse.label), "cijfers", sense, modality)


@cache
def _others() -> frozenset[str]:
    return frozenset(w.lower() for w in words().other)


def _is_dutch(subject: Token | None) -> bool:
    return subject is not None and any(c.lower_ == "nederlandse" for c in subject.children)


def _agentless(
    lead: Predication, who: Actor, context: Context, discourse: Discourse
) -> Candidate | None:
    """A passive that names no agent: it is Dutch where the text speaks of the Netherlands."""
    sense = _sense(lead)
    if not lead.passive and not (lead.perfect and lead.finite and lead.finite.lemma_ == "zijn"):
        return None
    if who.party == "foreign" or lead.agent is not None or set(lead.modals) & ADJOURNED:
        return None
    content = _content(lead, sense)
    own = bool({"nederlandse", "nederland", "kabinet"} & (lead.words | content.words))
    decided = bool({"nederlandse", "nederland"} & content.words) or discourse.last == "dutch"
    if sense == "decide" and content is not lead and decided and not lead.words & _others():
        return Candidate(lead, content, Actor("dutch", discourse.label), "decide",
                         _deed(lead, content, sense), "decided", False, bool(content.words & NOT))  # fmt: skip
    start, end = lead.start, lead.end
    figures = bool(
        within(context.annotated.headcounts, start, end)
        or (sense == "give" and within(context.annotated.amounts, start, end))
    )
    weighed = sense == "explore" and discourse.topic != "foreign"
    unit = lead.subject is not None and is_unit(lead.subject)
    given = (sense == "give" or unit) and discourse.topic != "foreign"
    topical = discourse.topic in {"dutch", "contribution"}
    spoken_of = own or figures or weighed or given or topical
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
    frame = sense in CHANGE | {"act", "explore"} and bool(lead.words & FRAMES)
    if not own and frame and context.entities(start, end, "organisation"):
        return None
    return Candidate(
        lead, lead, Actor("dutch", discourse.label), "lijdend", sense, modality, negated=negated
    )


def _on_condition(lead: Predication, who: Actor) -> Candidate | None:
    """«kan Nederland opnieuw ontplooien, mits …» is an offer under a condition."""
    met = search("voorwaarde", lead.head.sent.text) is not None
    if lead.modals != ("kunnen",) or not met or _sense(lead) not in GIVING | CHANGE:
        return None
    return Candidate(lead, lead, who, "kan-mits", _sense(lead), "conditional")


def _by_verb(lead: Predication, who: Actor, context: Context) -> Candidate | None:
    sense = _sense(lead)
    content = _content(lead, sense)
    negated = bool((lead.words | content.words) & NOT)
    if who.party == "contribution":
        return _contribution(lead, who, sense, negated, context)
    if sense in SPEECH:
        deed = "explore" if sense == "explore" else _deed(lead, content, sense)
        vague = sense == "aim" and not _concrete(lead, context) or deed in NO_ACT
        modality = SPEECH[sense]
        aim = {"deed": _sense(content)} if sense == "explore" else {}
        return Candidate(lead, content, who, sense, deed, modality, vague, negated, extra=aim)
    if lead.head.lemma_ in {"willen", "zullen"} and content is not lead:
        intended: Modality = "intended" if lead.head.lemma_ == "willen" else "promised"
        vague = intended == "intended" and not _concrete(lead, context)
        deed = _sense(content) or "act"
        return Candidate(lead, content, who, "willen", deed, intended, vague, negated)
    if "willen" in lead.modals:
        vague = not _concrete(lead, context)
        return Candidate(lead, lead, who, "willen", sense or "act", "intended", vague, negated)
    if sense in DIPLOMATIC:
        return _diplomatic(lead, who, sense, context)
    if "zullen" in lead.modals:
        return Candidate(
            lead, lead, who, "zal", sense or "act", "promised", sense in NO_ACT, negated
        )
    if sense in GIVING | CHANGE | {"promote", "act"}:
        return Candidate(lead, lead, who, "doet", sense, "reported", sense == "promote", negated)
    action = lead.head.pos_ == "VERB" and not any(c.dep_ == "cop" for c in lead.head.children)
    if not sense and action and lead.form == "main" and (later := _closing_verb(lead)):
        lead.verb, lead.perfect = later, True
        return _by_verb(lead, who, context)
    if not sense and action and lead.form == "main" and not _being(lead):
        return Candidate(lead, lead, who, "handelt", "act", "reported", False, negated)
    if sense == "follow":
        return Candidate(lead, lead, who, "volgt", sense, "reported", True, negated)
    return _having(lead, who)


def _concrete(lead: Predication, context: Context) -> bool:
    """An effort with named partners, a mission, a sum, people or a term is more than an aim."""
    start, end = lead.start, lead.end
    partners = any(
        f" met {e.quote}" in context.letter.text[e.start - 6 : e.end]
        for e in context.entities(start, end, "country", "organisation")
    )
    return partners or bool(
        context.entities(start, end, "mission")
        or within(context.annotated.amounts, start, end)
        or within(context.annotated.headcounts, start, end)
        or any(
            t.function in {"end", "deadline"} for t in within(context.annotated.times, start, end)
        )
    )


def _closing_verb(lead: Predication) -> Verb | None:
    """The verb that closes the sentence, when the parser took another word for the verb."""
    if lead.finite is None or lead.finite.lemma_ not in {"hebben", "zijn", "worden"}:
        return None
    for token in reversed(list(lead.head.sent)[lead.head.i - lead.head.sent.start :]):
        if token is not lead.head and "Part" in token.morph.get("VerbForm", []):
            return find_verb(token, lead.head.sent)
    return None


def _being(lead: Predication) -> bool:
    """«is bezorgd», «zijn verheugd»: a participle with «zijn» that tells a state of mind."""
    finite = lead.finite
    return finite is not None and finite is not lead.head and finite.lemma_ == "zijn"


def _deed(lead: Predication, content: Predication, sense: str) -> str:
    if content is lead:
        return "aim" if sense in {"aim", "effort"} else "act"
    return _sense(content) or "act"


def _content(lead: Predication, sense: str) -> Predication:
    for inner in lead.inner:
        if inner.finite is None and inner.form in {"complement", "adverbial", "main"}:
            return inner
        if sense == "promise" and inner.form == "complement":
            return inner
    return lead


def _diplomatic(lead: Predication, who: Actor, sense: str, context: Context) -> Candidate | None:
    addressed = search("gelegenheid", lead.head.sent.text) is not None
    told = lead.perfect or lead.past
    if lead.words & PARLIAMENT and sense in {"emphasise", "request", "consult"}:
        return None
    if "zullen" in lead.modals:
        return Candidate(lead, lead, who, "diplomatie", sense, "promised")
    if sense == "emphasise" and not addressed:
        return None
    partner = sense == "consult" and any(
        e.form != "adjective" for e in context.entities(lead.start, lead.end, "country")
    )
    if sense in {"request", "consult", "raise"} and not (addressed or told or partner):
        return Candidate(lead, lead, who, "diplomatie", sense, "reported", True)
    modality: Modality = "reported" if told or sense != "urge" else "advocated"
    return Candidate(lead, lead, who, "diplomatie", sense, modality)


def _contribution(
    lead: Predication, who: Actor, sense: str, negated: bool, context: Context
) -> Candidate | None:
    """A Dutch contribution as subject: it is sent, extended, ends or amounts to; its effects do not
    count («draagt bij aan de stabiliteit»)."""
    future = "zullen" in lead.modals
    modality: Modality = "promised" if future else "reported"
    manned = bool(within(context.annotated.headcounts, lead.start, lead.end))
    consists = lead.head.lemma_ == "bestaan" and "uit" in lead.words
    if consists or lead.head.lemma_ in AMOUNTS_TO or manned and sense not in NO_ACT and not sense:
        return Candidate(lead, lead, who, "bijdrage", "deploy", modality, False, negated)
    effect = lead.verb is not None and lead.verb.infinitive in {"bijdragen", "helpen", "steunen"}
    if sense in {"support", "promote"} or effect and not lead.passive:
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
