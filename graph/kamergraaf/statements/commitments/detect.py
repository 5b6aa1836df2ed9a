"""Is a predication a Dutch commitment, and by which rule."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kamergraaf.statements.actors import FOREIGN, UNKNOWN, Actor, actor, modified_abroad, words
from kamergraaf.statements.commitments.active import by_verb, on_condition
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.discourse import Discourse
from kamergraaf.statements.commitments.likely import doubtful, units, untaken
from kamergraaf.statements.commitments.messages import (
    inform,
    instigated,
    paper_follows,
    receives,
    sends_paper,
    to_others,
    to_parliament,
    told_by_words,
)
from kamergraaf.statements.commitments.phrases import search
from kamergraaf.statements.commitments.refusals import planned, refused
from kamergraaf.statements.commitments.senses import ADJOURNED, CHANGE, GIVING, NOT, sense_of
from kamergraaf.statements.commitments.unnamed import adjectives, agentless, figures, participle
from kamergraaf.statements.context import Context
from kamergraaf.statements.nominal import nominal
from kamergraaf.statements.predication import Predication


def candidates(sentence: Span, context: Context, discourse: Discourse) -> list[Candidate]:
    """Return the commitments that a sentence states, in text order.

    ``discourse.clauses`` are then its clauses, ``discourse.unclaimed`` those that no rule claims.
    """
    found = context.predications(sentence)
    discourse.clauses, discourse.unclaimed = [], []
    if found and search("nagekomen", sentence.text):
        who = Actor("dutch", "kabinet")
        return [Candidate(found[0], found[0], who, "nagekomen", "inform", "reported")]
    main: Actor | None = None
    taken: list[Candidate] = []
    actors: dict[int, Actor] = {}
    foreign = _foreign(found, context)
    for predication in found:
        if predication.governor is not None and _spoken_for(predication):
            continue
        who = actors[predication.head.i] = _who(predication, context, discourse)
        if predication.form == "main" and (main is None or main.party == "unknown"):
            main = who
        candidate = _judge(predication, who, context, discourse)
        if candidate is not None:
            candidate.foreign = foreign - {t.idx for t in predication.tokens}
            taken += [candidate, *_conjoined(candidate)]
    if not taken and (told := told_by_words(sentence, found)) is not None:
        taken.append(told)
    taken += adjectives(sentence, context)
    discourse.clauses = list(units(sentence, found, actors, discourse, context))
    taken = [c for c in taken if not doubtful(c, discourse.clauses)]
    discourse.unclaimed = [unit for unit in discourse.clauses if untaken(unit, taken)]
    if main is not None:
        discourse.note(main)
    discourse.hear(sentence, context)
    return taken


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
    if any("Fin" in t.morph.get("VerbForm", []) and not _in_relative(t) for t in bullet):
        return []
    item = Predication(bullet.root, None, "main", None, list(bullet))
    if discourse.intro is not None:
        item.verb = discourse.intro.content.verb
        return [replace(discourse.intro, lead=item, content=item, rule="opsomming")]
    start, end = bullet.start_char, bullet.end_char
    money = context.amounts(start, end)
    people = context.headcounts(start, end)
    acts = [verb for t in list(bullet)[:4] if (verb := nominal(t.lower_)) is not None]
    sense = acts[0].sense if acts else ""
    counted = "|" in bullet.text and any(t.like_num for t in bullet)
    posted = counted and actor(bullet.root, context).party in {"dutch", "contribution"}
    if discourse.topic == "foreign" or not (money or people or posted or sense in GIVING | CHANGE):
        return []
    who = Actor("dutch", discourse.label)
    sense = sense if sense in GIVING | CHANGE else "give" if money else "deploy"
    return [Candidate(item, item, who, "opsomming", sense, "decided")]


def _in_relative(verb: Token) -> bool:
    """Does a finite verb belong to a clause about a noun («mariniers, die in mei vertrekken»)?"""
    return any(t.dep_ in {"acl:relcl", "acl", "advcl"} for t in (verb, *verb.ancestors))


def _spoken_for(predication: Predication) -> bool:
    """Is this the infinitive of a verb of deciding, so that it belongs to that verb?"""
    return predication.finite is None and predication.form not in {"relative", "participle"}


def _conjoined(first: Candidate) -> Iterator[Candidate]:
    if first.content is first.lead:
        return
    for other in first.lead.inner:
        if other is not first.content and other.head.dep_ == "conj" and other.finite is None:
            yield Candidate(
                first.lead, other, first.actor, first.rule, sense_of(other) or "act", first.modality,
                first.vague, bool(other.words & NOT), extra={"conjunct": "yes"},
            )  # fmt: skip


def _who(lead: Predication, context: Context, discourse: Discourse) -> Actor:
    if lead.agent is not None:
        return actor(lead.agent, context)
    if _other_side(lead, context):
        return FOREIGN
    first = _before_finite(lead, context)
    if first.party == "dutch" or first.party == "foreign" and lead.subject is None:
        return first
    own_words = " ".join(t.text for t in lead.tokens)
    if search("namens", own_words) and not lead.passive:
        return Actor("dutch", "Nederland")
    if lead.passive and lead.subject is None and search("eigen-zijde", own_words):
        return Actor("dutch", "Nederland")
    found = actor(lead.subject, context)
    pronoun = lead.subject is not None and lead.subject.pos_ == "PRON"
    unnamed = found.party == "unknown" or found.party == "foreign" and pronoun
    abroad = lead.subject is not None and modified_abroad(lead.subject, context)
    if unnamed and not abroad and not (lead.form == "relative" and pronoun):
        found = discourse.resolve(lead.subject, found)
    if found.party == "unknown" and lead.form in {"main", "participle"}:
        near = _next_to_finite(lead, context)
        if near.party == "dutch":
            return near
    return found


def _other_side(lead: Predication, context: Context) -> bool:
    """«Van Belgische zijde», «van de zijde van de Unie»: who acts stands in a phrase of its own."""
    text = context.letter.text
    return any(
        text[e.end : e.end + 6].lower().startswith((" zijde", " kant"))
        or text[max(lead.start, e.start - 20) : e.start].lower().endswith(
            ("zijde van ", "zijde van de ", "kant van ", "kant van de ")
        )
        for e in context.entities(lead.start, lead.end, "country", "organisation")
        if not any(link.id.endswith("/nld") for link in e.links)
    )  # fmt: skip


def _before_finite(lead: Predication, context: Context) -> Actor:
    """Who stands alone before the finite verb of a main clause: that is its subject («Nederland
    ondersteunt Libanon», «De Veiligheidsraad heeft …»)."""
    finite = lead.finite
    if finite is None or lead.form != "main" or lead.passive or finite.i == finite.sent.start:
        return UNKNOWN
    before = list(finite.doc[finite.sent.start : finite.i])
    words_before = [t for t in before if t.pos_ != "DET" and not t.is_punct]
    name = words_before[-1:] if len(words_before) == 1 else []
    whole = context.entity(words_before[0]) if words_before else None
    if whole is not None and whole.end >= before[-1].idx + len(before[-1]):
        name = words_before[:1]
    if not name or any(c.dep_ == "case" for c in name[0].children):
        return UNKNOWN
    return actor(name[0], context)


def _next_to_finite(lead: Predication, context: Context) -> Actor:
    """The parser missed the subject: look at the words after the finite verb."""
    finite = lead.finite or (lead.head if lead.subject is None else None)
    if finite is None or lead.passive:
        return UNKNOWN
    for token in finite.doc[finite.i + 1 : min(finite.i + 5, finite.sent.end)]:
        if token.pos_ == "DET" or token.lower_ in {"zich", "er", "tevens", "ook", "dan", "ons"}:
            continue
        ours = token.lower_ == "land" and token.nbor(-1).lower_ == "ons"
        named = ours or token.text in words().names or context.entity(token) is not None
        if named and not any(c.dep_ == "case" for c in token.children):
            return actor(token, context)
        break
    return UNKNOWN


def _judge(
    lead: Predication, who: Actor, context: Context, discourse: Discourse
) -> Candidate | None:
    if lead.form == "participle":
        return participle(lead, who, context)
    if lead.form == "conditional" or "zou" in lead.modals:
        return None
    if lead.form == "complement" and any(c.lower_ == "of" for c in lead.head.children):
        return None
    if lead.form == "complement" and not _reported_by_dutch(lead, context, discourse):
        return None
    at_request = instigated(lead, context)
    if at_request is not None:
        return at_request
    turned_down = refused(lead, who, discourse) or planned(lead, context)
    if turned_down is not None:
        return turned_down
    if sense_of(lead) == "inform" and to_parliament(lead) or paper_follows(lead) or receives(lead):
        return inform(lead, who)
    if sends_paper(lead) and (told := inform(lead, who)) is not None:
        return told
    if sense_of(lead) == "inform" and to_others(lead, who, context):
        return Candidate(lead, lead, Actor("dutch", discourse.label), "diplomatie", "consult",
                         "promised" if "zullen" in lead.modals else "reported")  # fmt: skip
    if who.party in {"foreign", "unknown"}:
        found = agentless(lead, who, context, discourse)
        return found or figures(lead, who, context, discourse)
    if set(lead.modals) & ADJOURNED:
        return on_condition(lead, who)
    return by_verb(lead, who, context)


def _reported_by_dutch(lead: Predication, context: Context, discourse: Discourse) -> bool:
    governor = lead.governor
    if governor is None:
        return True
    if sense_of(governor) in {"attitude", "emphasise", "urge"}:
        return False
    return _who(governor, context, discourse).party != "foreign"
