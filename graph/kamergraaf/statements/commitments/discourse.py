"""Who is being spoken of: what a sentence leaves unsaid because the one before said it.

Dutch officials name the actor once and go on with «zij», «de eenheid», «dit aantal» or a passive.  The
topic is Dutch after a sentence with a Dutch actor and under a heading that names the Netherlands; a
sentence about somebody else ends it.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from kamergraaf.model import Sentence
from kamergraaf.statements.actors import Actor, Party, actor
from kamergraaf.statements.commitments.candidates import Candidate
from kamergraaf.statements.commitments.phrases import noun_kinds
from kamergraaf.statements.context import Context

if TYPE_CHECKING:
    from kamergraaf.statements.commitments.likely import Unit

DUTCH_HEADING = ("nederland", "kabinet", "ons land", "bijdrage", "inzet", "toezegging")
UNITS = frozenset({"personnel", "materiel", "financial"})
LISTED = frozenset({"bullet", "table-row"})
PRONOUNS = frozenset({"zij", "ze", "deze", "die", "dit", "hun"})


@dataclass
class Discourse:
    """The party that the text speaks of, kept from sentence to sentence of a paragraph."""

    topic: Party = "unknown"
    label: str = "Nederland"
    last: Party = "unknown"
    third: bool = False
    """The last sentence was about a minister by title, so that «hij» can be that minister."""
    paragraph: int = -1
    intro: Candidate | None = None
    told: bool = False
    """The sentence before says a commitment."""
    clauses: "list[Unit]" = field(default_factory=list)
    """The clauses of the sentence with what is read off them."""
    unclaimed: "list[Unit]" = field(default_factory=list)
    """Those of which no rule made anything."""

    def enter(self, sentence: Sentence, context: Context) -> None:
        """Begin a sentence; a new paragraph starts from its nearest heading."""
        if sentence.paragraph == self.paragraph:
            return
        self.paragraph = sentence.paragraph
        if context.paragraph(sentence).kind in LISTED:
            return
        self.intro = None
        headings = context.headings(sentence)
        text = context.letter.text
        above = [text[h.start : h.end] for h in headings[:2]] or [context.letter.facts.title or ""]
        dutch = any(w in heading.lower() for heading in above for w in DUTCH_HEADING)
        self.topic, self.label = ("contribution" if dutch else "unknown"), "Nederland"
        self.last = "unknown"

    def note(self, who: Actor) -> None:
        """Remember who the main clause of a sentence is about."""
        self.last = who.party
        self.third = bool(who.links)
        if who.party == "foreign":
            self.topic = "foreign"
        elif who.party in {"dutch", "contribution"}:
            self.topic = who.party
            self.label = who.label

    def hear(self, sentence: Span, context: Context) -> None:
        """Turn to the Dutch contribution when a sentence about something else names one."""
        if self.topic == "unknown" and any(
            actor(t, context).party == "contribution" for t in sentence if t.pos_ == "NOUN"
        ):
            self.topic = "contribution"

    def resolve(self, subject: Token | None, who: Actor) -> Actor:
        """Return who an unnamed subject is, given what came before.

        A pronoun is the party spoken of; a unit, a number or a sum is Dutch in a Dutch context.
        """
        if self.topic not in {"dutch", "contribution"} or subject is None:
            return who
        if subject.lower_ == "hij" and self.third and self.last == "dutch":
            return Actor("dutch", self.label)
        if subject.pos_ == "PRON" and subject.lower_ in PRONOUNS:
            told = self.last in {"dutch", "contribution"}
            return Actor(self.last, self.label) if told else who
        pointing = {c.lower_ for c in subject.children if c.dep_ == "det"} & {"dit", "deze"}
        given = bool(noun_kinds(subject.lower_) - {"inform-parliament", "policy"})
        if pointing and given and who.party == "unknown" and self.last in {"dutch", "contribution"}:
            return Actor("contribution", self.label)
        if who.party == "unknown" and is_unit(subject):
            return Actor("contribution", "Nederland")
        return who


def is_unit(subject: Token) -> bool:
    """Is this a contribution by its nature: people, materiel, money, or a word for giving?"""
    if subject.lower_ in {"mandaat", "mandaten", "missie", "missies"}:
        return False
    if subject.lower_ in {"miljoen", "miljard"} and not any(
        c.lower_ in {"euro", "dollar", "gulden", "€", "f"} for c in subject.children
    ):
        return False
    if subject.pos_ == "NUM":
        return any(is_unit(c) for c in subject.children if c.dep_ == "nmod")
    if subject.lower_ in {
        "aantal",
        "omvang",
        "bedrag",
        "restant",
        "termijn",
        "steun",
        "bijdrage",
        "deelname",
        "inzet",
        "deelneming",
        "ondersteuning",
        "hulp",
    }:
        return True
    return bool(noun_kinds(subject.lower_) & UNITS)
