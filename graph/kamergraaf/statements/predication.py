"""Who does what in a clause, as the parse has it.

The parse follows Universal Dependencies: the content verb is the head, its auxiliaries are children.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span, Token

from kamergraaf.statements.lexicon import Verb, find_verb

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

AUXILIARY = frozenset({"cop", "aux", "aux:pass"})
NO_HEAD = AUXILIARY | {"amod", "compound:prt", "case", "mark", "det"}

SECOND = 2
"""Words behind «of» to the finite verb of a main clause, which has it in the second place."""


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


def build(head: Token, inside: set[Token]) -> Predication:
    """Return the predication of a content verb; ``inside`` are all such heads of the sentence."""
    children = list(head.children)
    finite = _finite(head, children)
    tokens = _own_tokens(head, inside)
    auxiliaries = [c for c in children if c.dep_ in {"aux", "aux:pass"} or c.pos_ == "AUX"]
    lemmas = {a.lower_ for a in auxiliaries} | {a.lemma_ for a in auxiliaries}
    participle = "Part" in head.morph.get("VerbForm", []) or (
        finite is not None
        and finite is not head
        and finite.lemma_ in {"hebben", "zijn", "worden"}
        and head.pos_ == "VERB"
    )
    past = finite is not None and "Past" in finite.morph.get("Tense", [])
    active = finite is not None and finite is not head and finite.lemma_ == "hebben"
    marked = any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in children)
    passive = bool(lemmas & PASSIVE) or participle and marked and not active
    return Predication(
        head=head,
        finite=finite,
        form=_form(head, finite, children),
        subject=_subject(children),
        tokens=tokens,
        verb=_verb(head, children, tokens),
        modals=tuple(sorted({MODALS[m] for m in lemmas if m in MODALS})),
        passive=passive,
        perfect=participle and bool(lemmas & PERFECT),
        past=past,
        agent=_agent(children) if participle else None,
    )


def _form(token: Token, finite: Token | None, children: Sequence[Token]) -> ClauseForm:
    marks = {c.lower_ for c in children if c.dep_ in {"mark", "advmod", "cc"}}
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
    return "complement" if finite is not None and _asks(token, finite, children) else "main"


def _asks(token: Token, finite: Token, children: Sequence[Token]) -> bool:
    """«(beziet) of een vliegtuig kan worden ingezet»: a question, though hung as a second clause;
    its finite verb stands at the end."""
    whether = next((c for c in children if c.lower_ == "of"), None)
    return whether is not None and finite.i - whether.i > SECOND and finite.i >= token.i - SECOND


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
    return token.dep_ in {"ccomp", "advcl"} and finite_of(token) is not None


def finite_of(token: Token) -> Token | None:
    """Return the finite verb of the clause that a word heads: itself or its auxiliary."""
    return _finite(token, token.children)


def _finite(token: Token, children: Iterable[Token]) -> Token | None:
    for child in children:
        if child.dep_ in {"aux", "aux:pass", "cop"} and "Fin" in child.morph.get("VerbForm", []):
            return child
    return token if "Fin" in token.morph.get("VerbForm", []) else None


def _verb(head: Token, children: Sequence[Token], tokens: list[Token]) -> Verb | None:
    """The verb of the clause; of «is voornemens» the copula with its adjective or noun, and of «heeft
    het voornemen te …» what hangs on the auxiliary."""
    for auxiliary in (c for c in children if c.dep_ in {"aux", "cop"}):
        intended = find_verb(auxiliary, tokens)
        if intended is not None and intended.with_ and intended.sense == "intend":
            return intended
    copula = next((c for c in children if c.dep_ == "cop"), None)
    if copula is not None and (found := find_verb(copula, tokens)) is not None and found.with_:
        return found
    return find_verb(head, tokens)


def _subject(children: Sequence[Token]) -> Token | None:
    """The subject; of two («die Nederland … stelde») the one that is no relative pronoun."""
    subjects = [c for c in children if c.dep_ in SUBJECT]
    named = [c for c in subjects if c.lower_ not in RELATIVE]
    return next(iter(named or subjects), None)


def _agent(children: Sequence[Token]) -> Token | None:
    for child in children:
        if any(c.dep_ == "case" and c.lower_ == "door" for c in child.children):
            return child
    return None


def predicates(sentence: Span) -> list[Token]:
    """Return the heads of the clauses of a sentence: content verbs, and nouns with a copula."""
    helped = {t.head.i for t in sentence if t.pos_ == "AUX" and t.dep_ in AUXILIARY}
    return [
        token
        for token in sentence
        if (token.i in helped or token.pos_ in {"VERB", "AUX"}) and token.dep_ not in NO_HEAD
    ]
