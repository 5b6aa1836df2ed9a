"""Whose undertaking is it: the Netherlands, its cabinet, a minister, or somebody else.

The words are in ``commitments/actors.toml``; offices and countries come linked from the annotations.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from spacy.tokens import Token

from kamergraaf.model import Entity, Link
from kamergraaf.statements.context import Context
from kamergraaf.statements.towns import towns

Party = Literal["dutch", "contribution", "foreign", "unknown"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: ``contribution`` is a Dutch contribution as the subject of its own story."""

    party: Party
    label: str
    links: tuple[Link, ...] = ()
    partners: tuple[Entity, ...] = ()


COLLEAGUES = frozenset({"ambtgenoot", "ambtgenote", "collega", "ambtsgenoot", "ambtgenoten"})
SERVICES = frozenset({
    "krijgsmacht", "marechaussee", "landmacht", "luchtmacht", "marine", "defensie", "politie",
    "recherche", "douane", "kmar", "marechaussees",
})  # fmt: skip
"""Bodies whose people and means are Dutch when no other country is named with them."""
MEMBERS = frozenset({"leden", "man", "mensen", "medewerkers", "militairen", "specialisten"})
DUTCH = frozenset({"nederlandse", "nederlands", "nederland"})
UNKNOWN = Actor("unknown", "")
FOREIGN = Actor("foreign", "")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of ``actors.toml``."""

    names: dict[str, str]
    office: frozenset[str]
    contribution: frozenset[str]
    other: frozenset[str]
    unit: frozenset[str]
    leader: frozenset[str]
    people: frozenset[str]
    envoy: frozenset[str]
    envoy_alone: frozenset[str]


@cache
def words() -> Words:
    """Return the word lists, lower-case except abbreviations in capitals."""
    path = Path(__file__).parent / "commitments" / "actors.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    names = {w: a["naam"] for a in data["actor"] for w in a["woorden"]}
    return Words(
        names,
        frozenset(data["bewindspersoon"]["woorden"]),
        frozenset(data["bijdrage"]["woorden"]),
        frozenset(data["ander"]["woorden"]),
        frozenset(data["eenheid"]["woorden"]),
        frozenset(data["leiding"]["woorden"]),
        frozenset(data["landgenoten"]["woorden"]),
        frozenset(data["gezanten"]["woorden"]),
        frozenset(data["gezanten"]["alleen"]),
    )


UNDERSIGNED = frozenset({"ondergetekende", "ondertekenaar"})
SERVICE_HEADS = frozenset({"Inspectie", "Rijksdienst", "Dienst", "Rijksinstituut"})
RANKS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")


def actor(token: Token | None, context: Context) -> Actor:
    """Return who the noun phrase headed by ``token`` is."""
    if token is None:
        return UNKNOWN
    if token.lower_ in {"die", "dat", "wie", "welke"} and token.pos_ == "PRON":
        return _antecedent(token, context)
    entity = context.entity(token)
    if entity is not None and entity.kind == "office":
        if _modified_by_netherlands(token, context):
            return Actor("dutch", entity.quote[:1].upper() + entity.quote[1:])
        return _office(entity, context)
    if entity is not None and entity.kind == "person":
        return _person(entity)
    if entity is not None and entity.kind == "country" and not _is_netherlands(entity):
        return _named(entity, token, context)
    if token.text in {"Hr.", "Hr.Ms.", "Zr.", "Zr.Ms.", "Hr.Ms", "Zr.Ms"}:
        return Actor("contribution", "Nederland")
    if entity is not None and entity.kind == "organisation" and _has_dutch_name(entity):
        return Actor("dutch", "Nederland")
    if entity is not None and entity.kind == "organisation" and _is_service(entity):
        return Actor("dutch", entity.links[0].name, entity.links)
    named = next(
        (e for c in token.children if (e := context.entity(c)) and e.kind == "person"), None
    )
    if token.lower_ in words().office and named is not None:
        return _person(named)
    found = _by_word(token, context)
    if found is not None:
        return found
    for child in token.children:
        if child.text == "Nederland":
            continue
        if child.dep_ in {"flat", "fixed"} and (found := _by_word(child, context)) is not None:
            return found
    if entity is not None:
        return _named(entity, token, context)
    return _other(token)


def _antecedent(token: Token, context: Context) -> Actor:
    clause = token.head
    if clause.dep_ == "acl:relcl" and clause.head.i < token.i:
        return actor(clause.head, context)
    return UNKNOWN


def _is_netherlands(entity: Entity) -> bool:
    return any(link.id.endswith("/nld") for link in entity.links)


def _has_dutch_name(entity: Entity) -> bool:
    """«het reddingsteam USAR.NL», «Inspectie SZW»: part of the name is on the list of Dutch services."""
    if any(link.known for link in entity.links):
        return False
    first, *_ = parts = entity.quote.split()
    return first in SERVICE_HEADS or any(word in words().names for word in parts if word.isupper())


def _is_service(entity: Entity) -> bool:
    """A ministry or an executive service of the Dutch state, by the reference data."""
    return any(link.known and link.kind in {"agency", "ministry"} for link in entity.links)


def _person(entity: Entity) -> Actor:
    """A Dutch office-holder by name, else somebody of another party."""
    if entity.links and entity.links[0].known and entity.form != "foreign":
        return Actor("dutch", entity.role or entity.links[0].name, entity.links)
    return FOREIGN


def _office(entity: Entity, context: Context) -> Actor:
    if entity.form == "foreign":
        return FOREIGN
    name = entity.role or (entity.links[0].name if entity.links else entity.quote)
    return Actor("dutch", name[:1].upper() + name[1:], entity.links)


def _undersigned(token: Token, context: Context) -> Actor:
    """«De tweede ondergetekende» is who signed second."""
    signed = context.letter.facts.signatories
    ranks = [RANKS.index(c.lower_) for c in token.children if c.lower_ in RANKS]
    place = ranks[0] if ranks else 0
    return Actor("dutch", signed[place].office if place < len(signed) else "Minister")


def _by_word(token: Token, context: Context) -> Actor | None:
    table = words()
    lower = token.lower_
    if lower in UNDERSIGNED:
        return _undersigned(token, context)
    if any(c.lower_ in {"zijn", "haar", "hun", "diens"} for c in token.children):
        return FOREIGN if lower in {"regering", "kabinet", "minister", "premier", "land"} else None
    name = table.names.get(token.text) or table.names.get(lower)
    if lower == "land" and any(c.lower_ == "ons" for c in token.children):
        name = "Nederland"
    if lower == "ons" and token.pos_ == "PRON":
        return Actor("dutch", "kabinet")
    if lower in table.people:
        counted = any(c.dep_ == "nummod" for c in token.children)
        return Actor("contribution", "Nederland") if counted else UNKNOWN
    dutch = _modified_by_netherlands(token, context)
    foreign = lower != "nederland" and modified_abroad(token, context)
    foreign = foreign or name == "kabinet" and _seated_abroad(token, context)
    mine = any(c.lower_ in {"mijn", "onze"} for c in token.children)
    if (
        lower in COLLEAGUES
        and mine
        and not foreign
        and any(c.dep_ == "nmod" for c in token.children)
    ):
        return Actor("dutch", "Minister")
    if lower in COLLEAGUES:
        return FOREIGN
    if lower in table.office and not foreign:
        return Actor("dutch", "Minister")
    if lower in table.leader and not foreign and _leads_service(token, context):
        return Actor("dutch", "Nederland")
    if name is not None:
        if foreign and not dutch:
            return FOREIGN
        return _with_partners(_resolve(name, context), token, context)
    if lower in {"mandaat", "mandaten"} and any(
        c.lower_ in {"nationale", "nationaal"} for c in token.children
    ):
        return Actor("contribution", "kabinet")
    if (
        not foreign
        and any(lower.endswith(word) for word in table.envoy)
        and (dutch or mine or lower in table.envoy_alone)
    ):
        return Actor("dutch", "Nederland")
    if dutch and not foreign:
        given = any(lower.endswith(w.lower()) for w in table.contribution)
        ours = given or _belongs_to_service(token, context)
        return Actor("contribution", "Nederland") if ours else UNKNOWN
    if foreign and any(lower.endswith(w.lower()) for w in table.contribution):
        return FOREIGN
    if not foreign and _belongs_to_service(token, context):
        return Actor("contribution", "Nederland")
    if any(c.lower_ in {"onze", "ons", "mijn"} and c.dep_ != "case" for c in token.children):
        return Actor("contribution", "Nederland")
    return None


def _resolve(name: str, context: Context) -> Actor:
    signed = context.letter.facts.signatories
    if name == "ik" and signed:
        return Actor("dutch", signed[0].office)
    return Actor("dutch", "kabinet" if name in {"wij", "ik"} else name)


def _modified_by_netherlands(token: Token, context: Context) -> bool:
    return any(t.lower_ in {"nederlandse", "nederlands"} or t.text in {"Nederlanders"}
               for t in _modifiers(token))  # fmt: skip


def _belongs_to_service(token: Token, context: Context) -> bool:
    """«een team van de Koninklijke Marechaussee», «drie specialisten van het NFI»; «de mariniers»."""
    table = words()
    if token.lower_ in table.unit:
        return True
    for child in token.children:
        if child.dep_ != "nmod" or _case(child) not in {"van", "uit", "bij"}:
            continue
        names = {child.text, child.lower_, *(c.lower_ for c in child.children if c.dep_ == "flat")}
        entity = context.entity(child)
        if names & SERVICES or entity is not None and _is_service(entity):
            return True
        if child.lower_ in MEMBERS and _belongs_to_service(child, context):
            return True
    return False


def _leads_service(token: Token, context: Context) -> bool:
    """«de Chef Defensiestaf», «de Commandant der Strijdkrachten», «de directeur van de IND»."""
    return any(
        words().names.get(t.text) == "Nederland"
        or (entity := context.entity(t)) is not None
        and _is_service(entity)
        for t in token.subtree
        if t != token and t.text != "Nederland"
    )


def _seated_abroad(token: Token, context: Context) -> bool:
    """«de regering in Aden», «de regering van premier Al-Kadhimi»: a government is named by its seat or
    by who leads it."""
    for child in token.children:
        if child.dep_ != "nmod" or (case := _case(child)) not in {"in", "te", "van"}:
            continue
        names = [child, *(c for c in child.children if c.dep_ in {"appos", "flat"})]
        found = [e for t in names if (e := context.entity(t)) is not None]
        led = any(e.kind == "person" and _person(e) is FOREIGN for e in found)
        there = any(e.kind == "country" and not _is_netherlands(e) for e in found)
        if led if case == "van" else there or towns().get(child.text, "NLD") != "NLD":
            return True
    return False


def modified_abroad(token: Token, context: Context) -> bool:
    """Does an adjective, a genitive or a name tie this noun to another country or body?"""
    for modifier in _modifiers(token):
        entity = context.entity(modifier)
        if entity is None or entity.kind not in {"country", "organisation"}:
            continue
        if _is_service(entity):
            continue
        if modifier.dep_ == "appos" and any(c.lower_ in DUTCH for c in token.children):
            continue
        if modifier.lower_ not in DUTCH:
            return True
    return False


def _modifiers(token: Token) -> list[Token]:
    direct = [c for c in token.children if c.dep_ in {"amod", "nmod", "nmod:poss", "flat", "appos"}]
    close = [c for c in direct if c.dep_ != "nmod" or _case(c) in {"van", "uit", ""}]
    return close + [g for c in close for g in c.children if g.dep_ == "conj"]


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _with_partners(found: Actor, token: Token, context: Context) -> Actor:
    partners = [
        e
        for c in token.children
        if c.dep_ == "conj" and (e := context.entity(c)) and e.kind in {"country", "organisation"}
    ]
    return Actor(found.party, found.label, found.links, tuple(partners))


def _named(entity: Entity, token: Token, context: Context) -> Actor:
    for child in token.children:
        if child.dep_ == "conj" and child.text in words().names:
            return Actor("dutch", words().names[child.text], (), (entity,))
    return FOREIGN


def _other(token: Token) -> Actor:
    table = words()
    if token.text in table.other or token.lower_ in table.other:
        return FOREIGN
    if token.pos_ == "PRON" and token.lower_ not in {"dit", "deze", "dat", "hier", "er", "het"}:
        return FOREIGN
    return UNKNOWN
