"""From a parsed sentence to its predications: who does what, in which form.

The parse follows Universal Dependencies: the content verb is the head, its auxiliaries are children.
Where the parser is unsure of the subject, Dutch word order decides: in a main clause the subject
stands directly before or directly after the finite verb (ANS, chapter 21.1).
"""

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span, Token

from kamergraaf.statements.lexicon import Verb, find_verb, is_form

ClauseForm = Literal["main", "relative", "conditional", "complement", "adverbial", "participle"]

SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "expl:pass"})
CONDITIONAL = frozenset({"indien", "als", "wanneer", "mits", "tenzij", "zolang", "mocht"})
RELATIVE = frozenset({"die", "dat", "wat", "wie", "waarin", "waaraan", "waarmee", "waarvan",
                      "waarvoor", "waarbij", "waardoor", "waarop", "waartoe", "waar"})  # fmt: skip
MODALS = {
    "zullen": "zullen", "gaan": "zullen", "willen": "willen", "kunnen": "kunnen", "moeten": "moeten",
    "mogen": "mogen", "zal": "zullen", "zou": "zou", "zouden": "zou", "dienen": "moeten",
    "hoeven": "moeten", "blijven": "blijven", "laten": "laten",
}  # fmt: skip
PERFECT = frozenset({"hebben", "heeft", "had", "hadden", "heb", "zijn", "is", "was", "waren"})
PASSIVE = frozenset({"worden", "wordt", "werd", "werden", "geworden"})


@dataclass
class Predication:
    """One verb group with its clause.

    ``tokens`` are the clause's own words, without clauses inside it; ``modals`` the lemmas of its
    modal verbs; ``inner`` the predications of infinitives and objects clauses that hang on it.
    """

    head: Token
    finite: Token | None
    form: ClauseForm
    subject: Token | None
    tokens: list[Token]
    verb: Verb | None = None
    modals: tuple[str, ...] = ()
    passive: bool = False
    perfect: bool = False
    past: bool = False
    agent: Token | None = None
    governor: "Predication | None" = None
    inner: "list[Predication]" = field(default_factory=list)

    @property
    def words(self) -> set[str]:
        """The lower-case words of the clause and of the infinitives that depend on it."""
        return {t.lower_ for t in self.tokens}

    @property
    def start(self) -> int:
        """First code point of the clause in the letter."""
        return min(t.idx for t in self.tokens)

    @property
    def end(self) -> int:
        """End of the clause in the letter."""
        return max(t.idx + len(t) for t in self.tokens)


def predications(sentence: Span) -> list[Predication]:
    """Return the predications of a sentence in text order, subjects inherited where left out."""
    heads = [t for t in sentence if _is_predicate(t)]
    inside = set(heads)
    found = {t: _build(t, inside) for t in heads}
    for predication in list(found.values()):
        _come_to(predication, found)
        _close_bracket(predication, found)
        _claim_copula(predication, found)
        _leave_brackets(predication)
        _lift_participle(predication, found)
        _coordinate(predication, found)
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


def _verb_first_condition(sentence: Span, found: dict[Token, Predication]) -> None:
    """«Trekt Ierland zich terug, dan vertrekken ook de mariniers»: a clause that opens with its verb
    and is taken up by «dan» is a condition, and what follows «dan» the main clause."""
    first = sentence[0]
    then = next(
        (t for t in sentence[1:] if t.lower_ == "dan" and t.nbor(-1).text == ","), None
    )  # fmt: skip
    if then is None or "Fin" not in first.morph.get("VerbForm", []) or first.pos_ == "NOUN":
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
        before = [p for p in found.values() if p.head.i < finite.i and p.form == "main"]
        predication.subject = before[-1].subject if before else None
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


def _come_to(predication: Predication, found: dict[Token, Predication]) -> None:
    """«komt te vervallen» is one verb: what «komen te» says is said by its infinitive."""
    head = predication.head
    if head.lemma_ != "komen" or predication.finite is not head:
        return
    for child in head.children:
        if child in found and child.dep_ == "xcomp" and any(c.lower_ == "te" for c in child.children):
            predication.verb = found[child].verb
            predication.tokens = sorted({*predication.tokens, *child.subtree}, key=lambda t: t.i)
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


def _is_predicate(token: Token) -> bool:
    if token.dep_ in {"aux", "aux:pass", "cop", "amod", "compound:prt", "case", "mark", "det"}:
        return False
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return any(c.dep_ in {"cop", "aux", "aux:pass"} and c.pos_ == "AUX" for c in token.children)


def _finite(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ in {"aux", "aux:pass", "cop"} and "Fin" in child.morph.get("VerbForm", []):
            return child
    return token if "Fin" in token.morph.get("VerbForm", []) else None


def _form(token: Token, finite: Token | None) -> ClauseForm:
    marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod", "cc"}}
    marks |= {c.lower_ for c in token.subtree if c.dep_ == "mark" and c.head == token}
    subordinate = token.dep_ in {"advcl", "acl", "conj", "ROOT", "ccomp"}
    certain = finite is None or bool(marks & (CONDITIONAL - {"als"})) or token.dep_ == "advcl"
    if marks & CONDITIONAL and subordinate and certain:
        return "conditional"
    if token.dep_ == "acl:relcl":
        return "relative"
    if token.dep_ in {"acl", "amod"} and finite is None:
        return "participle" if "Part" in token.morph.get("VerbForm", []) else "adverbial"
    if token.dep_ in {"ccomp", "xcomp", "csubj", "obl:arg", "acl"}:
        return "complement"
    if token.dep_ == "advcl":
        return "adverbial"
    return "main"


def _own_tokens(head: Token, inside: set[Token]) -> list[Token]:
    """The subtree of ``head`` without conjoined, relative and finite subordinate clauses in it."""
    tokens, stack = [head], list(head.children)
    while stack:
        token = stack.pop()
        if token in inside and _separate(token):
            continue
        tokens.append(token)
        stack.extend(token.children)
    return sorted(tokens, key=lambda t: t.i)


def _separate(token: Token) -> bool:
    if token.dep_ in {"acl:relcl", "parataxis"}:
        return True
    if token.dep_ == "conj":
        return token.pos_ in {"VERB", "AUX"}
    return token.dep_ in {"ccomp", "advcl"} and _finite(token) is not None


def _build(head: Token, inside: set[Token]) -> Predication:
    finite = _finite(head)
    tokens = _own_tokens(head, inside)
    auxiliaries = [c for c in head.children if c.dep_ in {"aux", "aux:pass"} or c.pos_ == "AUX"]
    lemmas = {a.lower_ for a in auxiliaries} | {a.lemma_ for a in auxiliaries}
    participle = "Part" in head.morph.get("VerbForm", []) or (
        finite is not None
        and finite is not head
        and finite.lemma_ in {"hebben", "zijn", "worden"}
        and head.pos_ == "VERB"
    )
    past = finite is not None and "Past" in finite.morph.get("Tense", [])
    active = finite is not None and finite is not head and finite.lemma_ == "hebben"
    marked = any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in head.children)
    passive = bool(lemmas & PASSIVE) or participle and marked and not active
    return Predication(
        head=head,
        finite=finite,
        form=_form(head, finite),
        subject=_subject(head),
        tokens=tokens,
        verb=_verb(head, tokens),
        modals=tuple(sorted({MODALS[m] for m in lemmas if m in MODALS})),
        passive=passive,
        perfect=participle and bool(lemmas & PERFECT),
        past=past,
        agent=_agent(head) if participle else None,
    )


def _verb(head: Token, tokens: list[Token]) -> Verb | None:
    """The verb of the clause; of «is voornemens» the copula with its adjective or noun, and of «heeft
    het voornemen te …» what hangs on the auxiliary."""
    for auxiliary in (c for c in head.children if c.dep_ in {"aux", "cop"}):
        intended = find_verb(auxiliary, tokens)
        if intended is not None and intended.with_ and intended.sense == "intend":
            return intended
    copula = next((c for c in head.children if c.dep_ == "cop"), None)
    if copula is not None and (found := find_verb(copula, tokens)) is not None and found.with_:
        return found
    return find_verb(head, tokens)


def _subject(head: Token) -> Token | None:
    """The subject; of two («die Nederland … stelde») the one that is no relative pronoun."""
    subjects = [c for c in head.children if c.dep_ in SUBJECT]
    named = [c for c in subjects if c.lower_ not in RELATIVE]
    return next(iter(named or subjects), None)


def _agent(head: Token) -> Token | None:
    for child in head.children:
        if any(c.dep_ == "case" and c.lower_ == "door" for c in child.children):
            return child
    return None


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
