"""Evidence as Web Annotations: what a passage says, where it stands and its exact words."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rdflib import DCTERMS, Literal, URIRef

from kamergraaf.errors import BadData
from kamergraaf.iris import part, slug, thing
from kamergraaf.model import Letter, Statements
from kamergraaf.rdf.terms import KG, OA, SCHEMA, TYPE, Triple, decimal, truth, whole
from kamergraaf.rdf.things import link_iri, mentioned, person_iri
from kamergraaf.text import recognised

_CONTEXT = 32
"""Characters before and after the quote, for finding it again in a text that changed."""


def text_iri(letter: Letter) -> URIRef:
    """Return the IRI of the letter's clean text."""
    return URIRef(f"{letter.id}/text-{letter.text_sha256[:8]}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a letter's text, with the quote that a statement gives for it."""

    letter: Letter
    start: int
    end: int
    quote: str

    @property
    def sentence(self) -> int:
        """The number of the sentence in which the passage starts."""
        before = bisect_right(self.letter.sentences, self.start, key=lambda one: one.start)
        return max(before - 1, 0)


def annotation(
    node: URIRef, body: URIRef, passage: Passage, motivation: URIRef, sentence: int | None = None
) -> Iterator[Triple]:
    """Yield a Web Annotation that ties ``body`` to a passage by position and by quote.

    Raises ``BadData`` when the quote is not what stands there.
    """
    letter, start, end = passage.letter, passage.start, passage.end
    if start >= end or letter.text[start:end] != passage.quote:
        raise BadData(f"{letter.file}: {node}: the quote does not stand at {start}–{end}")
    number = passage.sentence if sentence is None else sentence
    target, position, quote = (URIRef(f"{node}/{name}") for name in ("target", "position", "quote"))
    yield node, TYPE, KG.Mention
    yield node, OA.motivatedBy, motivation
    yield node, OA.hasBody, body
    yield node, OA.hasTarget, target
    yield node, KG.sentenceNumber, whole(number)
    if recognised(letter, start, end):
        yield node, KG.recognised, truth(True)
    yield target, TYPE, OA.SpecificResource
    yield target, OA.hasSource, text_iri(letter)
    yield target, OA.hasSelector, position
    yield target, OA.hasSelector, quote
    yield position, TYPE, OA.TextPositionSelector
    yield position, OA.start, whole(start)
    yield position, OA.end, whole(end)
    yield quote, TYPE, OA.TextQuoteSelector
    yield quote, OA.exact, Literal(passage.quote)
    yield quote, OA.prefix, Literal(letter.text[max(0, start - _CONTEXT) : start])
    yield quote, OA.suffix, Literal(letter.text[end : end + _CONTEXT])


def evidence(
    statement: URIRef, node: URIRef, passage: Passage, sentence: int, rule: str, sure: Decimal
) -> Iterator[Triple]:
    """Yield the evidence of a statement, both ways, with the rule and its confidence."""
    yield statement, KG.evidence, node
    yield from annotation(node, statement, passage, OA.describing, sentence)
    rule_node = URIRef(thing("rule", slug(rule)))
    yield node, KG.confidence, decimal(sure)
    yield node, KG.extractedByRule, rule_node
    yield rule_node, TYPE, KG.ExtractionRule
    yield rule_node, DCTERMS.identifier, Literal(rule)


def named_things(statements: Statements) -> Iterator[Triple]:
    """Yield one mention for each spelling of each thing that the letter names, where it is first.

    What an ambiguous name or «deze missie» stands for is a guess, so neither is a mention.
    """
    letter = statements.letter
    wanted = {thing for _, way, thing in mentioned(statements) if way == SCHEMA.mentions}
    seen: set[str] = set()
    for entity in statements.entities:
        if len(entity.links) > 1 or entity.form == "anaphor":
            continue
        body = link_iri(entity.links[0]) if entity.links else person_iri(letter, entity)
        node = part(letter.id, "mention", f"{body} {entity.quote}")
        if body not in wanted or node in seen:
            continue
        seen.add(node)
        passage = Passage(letter, entity.start, entity.end, entity.quote)
        yield from annotation(URIRef(node), body, passage, OA.identifying)


def references(letter: Letter) -> Iterator[Triple]:
    """Yield the papers that the letter refers to, each with the passage of the first reference."""
    seen: set[str] = set()
    for reference in letter.facts.references:
        if reference.target in seen:
            continue
        seen.add(reference.target)
        paper = URIRef(thing("letter", f"kst-{reference.target}"))
        yield URIRef(letter.id), DCTERMS.references, paper
        yield paper, DCTERMS.identifier, Literal(f"kst-{reference.target}")
        node = URIRef(part(letter.id, "reference", reference.target))
        passage = Passage(letter, reference.start, reference.end, reference.quote)
        yield from annotation(node, paper, passage, OA.linking)
