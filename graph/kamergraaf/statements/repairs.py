"""Repairs of the parse where Dutch word order is surer than the parser.

Each repair takes one predication and, where it needs them, all of the sentence by their head.
"""

from spacy.tokens import Token

from kamergraaf.statements.lexicon import find_verb
from kamergraaf.statements.predication import MODALS, RELATIVE, SUBJECT, Predication


def repair(predication: Predication, found: dict[Token, Predication]) -> None:
    """Put right what the parser is known to take wrongly, in ``found``."""
    _come_to(predication, found)
    _close_bracket(predication, found)
    _claim_copula(predication, found)
    _leave_brackets(predication)
    _opening_participle(predication, found)
    _lift_participle(predication, found)
    _coordinate(predication, found)


def _come_to(predication: Predication, found: dict[Token, Predication]) -> None:
    """«komt te vervallen» is one verb: what «komen te» says is said by its infinitive."""
    head = predication.head
    if head.lemma_ != "komen" or predication.finite is not head:
        return
    for child in head.children:
        if (
            child in found
            and child.dep_ == "xcomp"
            and any(c.lower_ == "te" for c in child.children)
        ):
            predication.verb = found[child].verb
            predication.tokens = sorted({*predication.tokens, *child.subtree}, key=lambda t: t.i)
            del found[child]
            return


def _close_bracket(predication: Predication, found: dict[Token, Predication]) -> None:
    """Repair «heeft … uitkwam … aangekaart»: a finite auxiliary belongs to the verb that closes the
    clause, not to a finite verb in between (the sentence bracket, ANS 21.2)."""
    finite, head = predication.finite, predication.head
    if finite is None or finite is head or "Fin" not in head.morph.get("VerbForm", []):
        return
    between = finite.doc[finite.i + 1 : head.i]
    if not any(t.lower_ in RELATIVE or t.dep_ == "mark" for t in between):
        return
    for token, other in found.items():
        nonfinite = {"Part", "Inf"} & set(token.morph.get("VerbForm", []))
        if token.i > head.i and nonfinite and other.finite is None:
            other.finite, other.subject, other.form = finite, predication.subject, "main"
            other.past = predication.past
            other.perfect = "Part" in nonfinite and finite.lemma_ in {"hebben", "zijn"}
            other.passive = "Part" in nonfinite and finite.lemma_ == "worden"
            other.modals = tuple({MODALS[m] for m in (finite.lemma_,) if m in MODALS})
            other.tokens = sorted({*other.tokens, *predication.tokens}, key=lambda t: t.i)
            other.verb = find_verb(token, other.tokens)
            predication.form, predication.finite = "relative", head
            predication.subject = None
            return


def _claim_copula(predication: Predication, found: dict[Token, Predication]) -> None:
    """Repair «is het rapport gepubliceerd» where «is» hangs on the subject as its copula."""
    head = predication.head
    if predication.finite is not None or "Part" not in head.morph.get("VerbForm", []):
        return
    for child in head.children:
        other = found.get(child)
        if other is None or child.pos_ not in {"NOUN", "PROPN", "SYM"} or other.finite is None:
            continue
        if child.dep_ in SUBJECT and other.finite.pos_ == "AUX":
            predication.finite, predication.subject = other.finite, child
            predication.perfect = other.finite.lemma_ in {"zijn", "hebben"}
            predication.passive = True
            predication.form = "main"
            del found[child]
            return


def _leave_brackets(predication: Predication) -> None:
    """Repair «het mandaat (… met EULEX) wordt verlengd»: words in brackets are no subject of a verb
    outside them; the noun that the verb was hung on is."""
    subject, head = predication.subject, predication.head
    if subject is None or predication.finite is None or subject.i > head.i:
        return
    depth = sum({"(": 1, ")": -1}.get(t.text, 0) for t in head.doc[subject.i : head.i])
    if depth < 0 and head.head is not head and head.head.i < subject.i:
        predication.subject, predication.form = head.head, "main"
        predication.tokens = sorted({*predication.tokens, *head.sent}, key=lambda t: t.i)


def _opening_participle(predication: Predication, found: dict[Token, Predication]) -> None:
    """Repair «Overwogen wordt twee artsen te zenden» where the participle that opens the sentence hangs
    on «wordt»: the two are one verb, and the infinitive says what."""
    head, first = predication.head, predication.head.sent[0]
    if predication.finite is not head or head.lemma_ not in {"worden", "zijn"}:
        return
    if first not in found or first.head != head or "Part" not in first.morph.get("VerbForm", []):
        return
    predication.verb = found[first].verb
    predication.passive, predication.perfect = True, head.lemma_ == "zijn"
    predication.tokens = sorted({*predication.tokens, *found[first].tokens}, key=lambda t: t.i)
    del found[first]


def _lift_participle(predication: Predication, found: dict[Token, Predication]) -> None:
    """Repair «heb ik … ondertekend» where the participle hangs on «heb» as its complement."""
    head = predication.head
    if predication.finite is not head or head.lemma_ not in {"hebben", "zijn", "worden"}:
        return
    for child in head.children:
        other = found.get(child)
        late = child.i > head.i and "Part" in child.morph.get("VerbForm", [])
        if other is None or other.finite is not None or not late:
            continue
        if child.dep_ == "conj" or child.text.endswith("e"):
            continue
        other.finite, other.form = head, "main"
        other.subject = other.subject or predication.subject
        other.perfect = head.lemma_ != "worden"
        other.passive = head.lemma_ != "hebben"
        other.past = predication.past
        other.tokens = sorted({*other.tokens, *predication.tokens}, key=lambda t: t.i)
        other.verb = find_verb(child, other.tokens)
        predication.form, predication.finite, predication.subject = "participle", None, None
        return


def _coordinate(predication: Predication, found: dict[Token, Predication]) -> None:
    """Repair «heeft … bijgedragen en met trainers geholpen»: the second participle belongs to the
    same auxiliary, though the parser hangs it on a noun before it."""
    head = predication.head
    if predication.form != "participle" or predication.agent is not None:
        return
    for token, first in found.items():
        together = first.perfect or first.passive
        if token.i >= head.i or not together or "Part" not in token.morph.get("VerbForm", []):
            continue
        joint = next((t for t in head.doc[token.i : head.i] if t.lower_ in {"en", "maar"}), None)
        if joint is None or first.finite is None:
            continue
        predication.form, predication.finite = "main", first.finite
        predication.subject, predication.agent = first.subject, first.agent
        predication.perfect, predication.passive = first.perfect, first.passive
        predication.past, predication.modals = first.past, first.modals
        right = max(t.i for t in head.subtree) + 1
        predication.tokens = list(head.doc[joint.i + 1 : right])
        predication.verb = find_verb(head, predication.tokens)
        return
