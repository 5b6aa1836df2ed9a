"""A predication that may be a Dutch commitment, with what the rules made of it."""

from dataclasses import dataclass, field

from kamergraaf.model import Modality
from kamergraaf.statements.actors import Actor
from kamergraaf.statements.predication import Predication


@dataclass
class Candidate:
    """``lead`` says it, ``content`` is what is undertaken (often the same predication)."""

    lead: Predication
    content: Predication
    actor: Actor
    rule: str
    sense: str
    modality: Modality
    vague: bool = False
    negated: bool = False
    start: int = 0
    end: int = 0
    sentence: int = 0
    text: str = ""
    chance: float = 0.5
    """How likely its clause is an undertaking, by what was learned."""
    foreign: frozenset[int] = frozenset()
    """Where words of clauses with another subject begin: their figures are not the commitment's."""
    extra: dict[str, str] = field(default_factory=dict)
