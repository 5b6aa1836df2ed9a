"""From a parsed sentence to its predications: who does what, in which form.

Where the parser is unsure of the subject, Dutch word order decides: in a main clause the subject
stands directly before or directly after the finite verb (ANS, chapter 21.1).
"""

from spacy.tokens import Span, Token

from kamergraaf.statements.lexicon import find_verb, is_form
from kamergraaf.statements.predication import CONDITIONAL, Predication, build, predicates
from kamergraaf.statements.repairs import repair

THEN = frozenset({"dan", "zo"})
FEWEST = 6
"""Words of the shortest sentence with a condition and what follows from it."""


def predications(sentence: Span) -> list[Predication]:
    """Return the predications of a sentence in text order, subjects inherited where left out."""
    heads = predicates(sentence)
    inside = set(heads)
    found = {t: build(t, inside) for t in heads}
    for predication in list(found.values()):
        repair(predication, found)
    inside = set(found)
    for token, predication in found.items():
        governor = _governing(token, inside)
        if governor is not None:
            predication.governor = found[governor]
            found[governor].inner.append(predication)
    _verb_first_condition(sentence, found)
    for predication in found.values():
        _inherit(predication, found)
        _late_subject(predication, found)
        above = predication.governor
        if above is not None and predication not in above.inner:
            above.inner.append(predication)
    inverted = _inverted(sentence, list(found.values()))
    return [*found.values(), *inverted]


def taken_up(sentence: Span) -> Token | None:
    """Return the «dan» or «zo» that takes up a condition before it, which opens with its verb:
    «Trekt Ierland zich terug, dan vertrekken ook de mariniers»."""
    first = sentence[0]
    if len(sentence) < FEWEST or sentence[1].is_punct:
        return None
    likely = is_form(first.lower_) and sentence[1].pos_ != "ADP"
    if "Fin" not in first.morph.get("VerbForm", []) and not likely:
        return None
    for token in sentence[2:-1]:
        if token.lower_ in THEN and token.nbor(-1).text == "," and _is_verb(token.nbor(1)):
            return token
    return None


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or is_form(token.lower_)


def _verb_first_condition(sentence: Span, found: dict[Token, Predication]) -> None:
    """What stands before such a «dan» is a condition, and what follows it the main clause."""
    then = taken_up(sentence)
    if then is None:
        return
    for predication in found.values():
        if predication.head.i < then.i:
            if predication.finite is not None and predication.finite.i < then.i:
                predication.form = "conditional"
            continue
        above = predication.governor
        if above is not None and above.head.i < then.i:
            above.inner.remove(predication)
            predication.governor = None
            predication.form = "main"
            predication.tokens = [t for t in predication.tokens if t.i >= then.i]


NO_SUBJECT = frozenset({
    "jaar", "jaren", "maand", "maanden", "week", "weken", "dag", "dagen", "uur", "keer", "maal",
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december", "najaar", "voorjaar", "zomer", "herfst", "winter", "eind",
    "begin", "medio", "loop", "moment", "jl.", "a.s.", "ultimo", "halverwege", "zijde",
})  # fmt: skip
"""Nouns of time, which stand without a preposition and are not what the sentence is about."""


def _late_subject(predication: Predication, found: dict[Token, Predication]) -> None:
    """Give a main clause a subject where the parser found none: after «en» that of the clause before,
    else the first bare noun before or behind the finite verb (ANS 21.1)."""
    finite = predication.finite
    if predication.subject is not None or predication.form != "main" or finite is None:
        return
    if finite.i == finite.sent.start or predication.agent is not None:
        return
    if finite.nbor(-1).lower_ in {"en", "maar"}:
        earlier = [p for p in found.values() if p.head.i < finite.i and p.form == "main"]
        predication.subject = earlier[-1].subject if earlier else None
        return
    end = predication.head.i if predication.head.i > finite.i else finite.sent.end
    first = next((t.i for t in predication.tokens if t.i <= finite.i), finite.i)
    before, behind = finite.doc[first : finite.i], finite.doc[finite.i + 1 : end]
    predication.subject = _bare_noun(before) or _bare_noun(behind)


def _bare_noun(tokens: Span) -> Token | None:
    """The first noun that no preposition governs and that tells no time, up to a comma."""
    for token in tokens:
        if token.pos_ in {"SCONJ", "CCONJ"} or token.text in {",", ";", ":"}:
            return None
        inside = any(a.dep_ in {"nmod", "obl"} and _has_case(a) for a in (token, *token.ancestors))
        named = token.pos_ in {"NOUN", "PROPN"} and token.lower_ not in NO_SUBJECT
        if named and not _has_case(token) and not inside:
            return token
    return None


def _has_case(token: Token) -> bool:
    return any(c.dep_ == "case" for c in token.children)


NO_VERB = frozenset({"ADP", "DET", "AUX", "CCONJ", "PUNCT"})
SPEAKERS = frozenset({
    "ik", "wij", "we", "nederland", "kabinet", "regering", "defensie", "minister", "ministerie"
})  # fmt: skip


def _inverted(sentence: Span, found: list[Predication]) -> list[Predication]:
    """Find the finite verb beside «ik», «wij», «Nederland» that the tagger took for a noun or an
    adjective («onderzoek ik», «bereid ik … voor»)."""
    taken = {p.subject for p in found} | {p.agent for p in found}
    finite = {p.finite for p in found} | {p.head for p in found if p.finite is not None}
    for speaker in sentence:
        if speaker.lower_ not in SPEAKERS or speaker in taken:
            continue
        if any(c.dep_ == "case" for c in speaker.children):
            continue
        left = speaker.i - 1
        if left >= sentence.start and speaker.doc[left].pos_ == "DET":
            left -= 1
        for at in (left, speaker.i + 1):
            if not sentence.start <= at < sentence.end:
                continue
            verb = speaker.doc[at]
            if verb.lower_ in CONDITIONAL:
                continue
            if verb in finite or verb.pos_ in NO_VERB or not is_form(verb.lower_):
                continue
            tokens = list(sentence)
            past = verb.lower_.endswith(("de", "den", "te", "ten"))
            return [
                Predication(verb, verb, "main", speaker, tokens, find_verb(verb, tokens), past=past)
            ]
    return []


def _governing(token: Token, inside: set[Token]) -> Token | None:
    if token.dep_ in {"conj", "ROOT", "parataxis"}:
        return None
    for ancestor in token.ancestors:
        if ancestor in inside:
            return ancestor
    return None


def _inherit(predication: Predication, found: dict[Token, Predication]) -> None:
    """Give a conjoined verb the subject, finite verb and form of the verb it is joined to."""
    head = predication.head
    if head.dep_ != "conj" or head.head not in found:
        return
    first = found[head.head]
    if predication.subject is None:
        predication.subject = first.subject
        if predication.agent is None:
            predication.agent = first.agent
    if predication.finite is None:
        predication.finite = first.finite
        predication.modals = first.modals
        predication.past = first.past
        predication.passive = predication.passive or first.passive
        predication.perfect = first.perfect and "Part" in head.morph.get("VerbForm", [])
    if first.form != "main":
        predication.form = first.form
    if predication.governor is None:
        predication.governor = first.governor
