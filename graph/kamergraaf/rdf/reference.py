"""The reference data as triples: countries, missions, organisations, offices and who held them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rdflib import DCTERMS, FOAF, ORG, RDFS, SKOS, Literal, URIRef

from kamergraaf import reference
from kamergraaf.iris import slug, thing
from kamergraaf.model import DateRole, Moment
from kamergraaf.rdf.dates import dated
from kamergraaf.rdf.terms import KG, SCHEMA, TYPE, Triple, concept, day, en, nl
from kamergraaf.reference import Cabinet, Ministry, Mission, Organisation, Tenure
from kamergraaf.reference.tables import WIKIDATA, Row


@lru_cache(maxsize=1)
def reference_triples() -> tuple[Triple, ...]:
    """Return all reference data, whether a letter uses it or not."""
    return tuple(_all())


def _all() -> Iterator[Triple]:
    for source in reference.sources().values():
        node = URIRef(thing("source", slug(source.code)))
        yield node, TYPE, DCTERMS.BibliographicResource
        yield node, RDFS.label, Literal(source.source)
    yield from _places()
    yield from _organisations()
    yield from _offices()


def _places() -> Iterator[Triple]:
    for country in reference.countries().values():
        node = URIRef(country.iri)
        yield node, TYPE, SCHEMA.Country
        yield node, SKOS.notation, Literal(country.iso3)
        yield from _row(node, country)
        yield from _names(node, country.name_nl, country.name_en, country.aliases)
        for other in country.same_as:
            yield node, SCHEMA.sameAs, URIRef(other)
    for region in reference.regions().values():
        node = URIRef(region.iri)
        yield node, TYPE, KG.Region
        yield from _row(node, region)
        yield from _names(node, region.name_nl, region.name_en, region.aliases)
        for iso3 in region.countries:
            yield node, SCHEMA.containsPlace, _country(iso3)


def _organisations() -> Iterator[Triple]:
    for organisation in reference.organisations().values():
        node = URIRef(organisation.iri)
        yield node, TYPE, ORG.Organization
        yield node, KG.kind, concept("organisation-kind", organisation.kind)
        yield from _abbreviated(node, organisation)
        if organisation.parent:
            parent = thing("organisation", organisation.parent)
            yield node, ORG.subOrganizationOf, URIRef(parent)
    for mission in reference.missions().values():
        node = URIRef(mission.iri)
        yield node, TYPE, KG.Mission
        yield node, KG.kind, concept("mission-kind", mission.kind)
        yield from _abbreviated(node, mission)
        for iso3 in mission.countries:
            yield node, KG.place, _country(iso3)
        for lead in mission.lead:
            state = lead in reference.countries()
            leader = _country(lead) if state else URIRef(thing("organisation", lead))
            yield node, KG.leadOrganisation, leader
        yield from _date(node, mission.start, "start")
        yield from _date(node, mission.end, "end")


def _offices() -> Iterator[Triple]:
    for ministry in reference.ministries().values():
        yield from _ministry(URIRef(ministry.iri), ministry)
    for post in reference.posts().values():
        node = URIRef(post.iri)
        yield node, TYPE, ORG.Post
        yield from _row(node, post)
        yield from _names(node, post.title_nl, post.title_en, post.aliases)
        yield node, ORG.postIn, URIRef(thing("ministry", post.ministry))
        yield from _wikidata(node, post.wikidata)
    for person in reference.persons().values():
        node = URIRef(person.iri)
        yield node, TYPE, FOAF.Person
        yield node, FOAF.name, Literal(person.name)
        yield node, SKOS.prefLabel, nl(person.name)
        yield from _row(node, person)
        if person.signature_name:
            yield node, SKOS.altLabel, nl(person.signature_name)
        yield from _wikidata(node, person.wikidata)
    for cabinet in reference.cabinets().values():
        yield from _cabinet(URIRef(cabinet.iri), cabinet)
    for tenure in reference.tenures().values():
        yield from _tenure(URIRef(tenure.iri), tenure)


def _ministry(node: URIRef, ministry: Ministry) -> Iterator[Triple]:
    yield node, TYPE, KG.Ministry
    yield node, SKOS.notation, Literal(ministry.abbreviation)
    yield from _row(node, ministry)
    yield from _names(node, ministry.name_nl, ministry.name_en, ())
    if ministry.tooi:
        yield node, SCHEMA.sameAs, URIRef(ministry.tooi)


def _cabinet(node: URIRef, cabinet: Cabinet) -> Iterator[Triple]:
    yield node, TYPE, KG.Cabinet
    yield from _row(node, cabinet)
    yield from _names(node, cabinet.name_nl, cabinet.name_en, ())
    yield from _held(node, cabinet.start, cabinet.end)
    yield from _wikidata(node, cabinet.wikidata)


def _tenure(node: URIRef, tenure: Tenure) -> Iterator[Triple]:
    person, post = reference.persons()[tenure.person], reference.posts()[tenure.post]
    yield node, TYPE, KG.Tenure
    yield node, ORG.member, URIRef(person.iri)
    yield node, KG.post, URIRef(post.iri)
    yield node, ORG.organization, URIRef(thing("cabinet", tenure.cabinet))
    yield node, SKOS.prefLabel, nl(f"{person.name}, {post.title_nl}")
    yield node, SKOS.prefLabel, en(f"{person.name}, {post.title_en}")
    yield from _row(node, tenure)
    yield from _held(node, tenure.start, tenure.end)


def _held(node: URIRef, start: Moment, end: Moment | None) -> Iterator[Triple]:
    yield node, SCHEMA.startDate, day(start.earliest)
    if end:
        yield node, SCHEMA.endDate, day(end.latest)


def _abbreviated(node: URIRef, row: Mission | Organisation) -> Iterator[Triple]:
    yield from _row(node, row)
    yield from _names(node, row.name_nl, row.name_en, row.aliases)
    if row.abbreviation:
        yield node, SKOS.notation, Literal(row.abbreviation)
    if row.name_fr:
        yield node, SKOS.altLabel, Literal(row.name_fr, lang="fr")


def _names(node: URIRef, dutch: str, english: str, aliases: Iterable[str]) -> Iterator[Triple]:
    yield node, SKOS.prefLabel, nl(dutch)
    yield node, SKOS.prefLabel, en(english)
    for alias in aliases:
        if alias != dutch:
            yield node, SKOS.altLabel, nl(alias)


def _row(node: URIRef, row: Row) -> Iterator[Triple]:
    for code in row.source:
        yield node, DCTERMS.source, URIRef(thing("source", slug(code)))
    if row.certainty == "uncertain":
        yield node, SKOS.editorialNote, nl("onzeker")


def _date(node: URIRef, moment: Moment | None, role: DateRole) -> Iterator[Triple]:
    if moment:
        yield from dated(node, URIRef(f"{node}/date-{role}"), moment, None, role)


def _wikidata(node: URIRef, key: str | None) -> Iterator[Triple]:
    if key:
        yield node, SCHEMA.sameAs, URIRef(WIKIDATA + key)


def _country(iso3: str) -> URIRef:
    return URIRef(thing("country", iso3.lower()))
