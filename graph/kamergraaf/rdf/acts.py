"""Diplomatic acts: who spoke with whom, when, where and to what end."""

from collections.abc import Iterator

from rdflib import FOAF, PROV, RDFS, URIRef

from kamergraaf.iris import sha, slug
from kamergraaf.model import Letter, Meeting
from kamergraaf.rdf.agents import acting
from kamergraaf.rdf.dates import dated
from kamergraaf.rdf.mentions import Passage, evidence
from kamergraaf.rdf.terms import KG, SCHEMA, TYPE, Triple, concept, en, kind_of, nl
from kamergraaf.rdf.things import linked
from kamergraaf.rdf.vocabulary import label


def diplomatic_act(letter: Letter, found: Meeting) -> Iterator[Triple]:
    """Yield a diplomatic act with its evidence; where nobody is named, the Netherlands acts."""
    node = URIRef(found.id)
    yield node, TYPE, KG.DiplomaticAct
    yield node, RDFS.label, nl(_label(found, "nl"))
    yield node, RDFS.label, en(_label(found, "en"))
    yield node, KG.kind, concept("act-kind", found.act)
    yield node, KG.form, concept("meeting-form", found.form)
    yield node, KG.assertedIn, URIRef(letter.id)
    words = found.who[0].name if found.who else "Nederland"
    yield from acting(node, PROV.wasAssociatedWith, letter, found.who, words)
    for link in found.with_:
        if kind_of(link.id) == "party":
            yield from _unnamed(node, link.name)
        else:
            yield from linked(node, KG.addressee, link)
    if found.where:
        yield node, SCHEMA.location, nl(found.where)
    if found.when:
        key = sha(f"{found.when.edtf} {found.when_text}")[:8]
        yield from dated(node, URIRef(f"{found.id}/date-{key}"), found.when, found.when_text)
    passage = Passage(letter, found.start, found.end, found.quote)
    yield from evidence(
        node, URIRef(f"{found.id}/mention"), passage, found.sentence, found.rule, found.confidence
    )


def _unnamed(act: URIRef, words: str) -> Iterator[Triple]:
    """Yield others whom the letter does not name («Afrikaanse ministers»), known in this act only."""
    agent = URIRef(f"{act}/party-{slug(words)}")
    yield act, KG.addressee, agent
    yield agent, TYPE, FOAF.Agent
    yield agent, RDFS.label, nl(words)


def _label(found: Meeting, language: str) -> str:
    form, act = label("meeting-form", found.form, language), label("act-kind", found.act, language)
    others = ", ".join(link.name for link in found.with_)
    return f"{form}, {act}" + (f": {others}" if others else "")
