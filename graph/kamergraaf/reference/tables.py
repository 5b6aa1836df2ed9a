"""The rows of the reference data as frozen dataclasses; ``corpus/reference/README.md`` tells the columns.

Every row has ``source`` (codes of ``sources.csv``) and ``certainty``.  Empty cells are ``None`` or ``()``:
not known, never a guess.
"""

from dataclasses import dataclass, field
from typing import Literal

from kamergraaf.iris import thing
from kamergraaf.model import Moment

Certainty = Literal["certain", "uncertain"]

EU_COUNTRY = "http://publications.europa.eu/resource/authority/country/"
WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row says about itself."""

    source: tuple[str, ...] = ()
    certainty: Certainty = "certain"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where values come from: one row of ``sources.csv``."""

    code: str
    source: str
    address: str | None = None
    kind_or_licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Row):
    """A territory of ISO 3166-1 (and Kosovo); its names come from CLDR, the other words are ours."""

    iso2: str
    iso3: str
    name_nl: str
    name_en: str
    aliases: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    adjective_inflected: tuple[str, ...] = ()
    inhabitant: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    wikidata: str | None = None
    geonames: str | None = None
    eu_code: str | None = None

    @property
    def id(self) -> str:
        """The key of the dictionary of countries: the ISO 3166-1 alpha-3 code."""
        return self.iso3

    @property
    def iri(self) -> str:
        """The IRI of the country."""
        return thing("country", self.iso3.lower())

    @property
    def same_as(self) -> tuple[str, ...]:
        """IRIs of the same country in the EU authority table, Wikidata and GeoNames."""
        return tuple(
            base + key
            for base, key, end in (
                (EU_COUNTRY, self.eu_code, ""),
                (WIKIDATA, self.wikidata, ""),
                (GEONAMES, self.geonames, "/"),
            )
            if key
            for base, key in ((base, key + end),)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Row):
    """A thing with an id and a Dutch and an English name."""

    KIND = "thing"
    id: str
    name_nl: str
    name_en: str

    @property
    def iri(self) -> str:
        """The IRI, made of the kind of thing and the id in the CSV."""
        return thing(self.KIND, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Named):
    """An area; ``countries`` are ISO alpha-3 codes of what the word usually covers."""

    KIND = "region"
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission(Named):
    """A mission, operation, exercise or programme.

    ``lead`` holds ids of organisations or ISO alpha-3 codes; ``start`` and ``end`` are of the mission,
    ``nl_start`` and ``nl_end`` of Dutch participation (last known day or month).
    """

    KIND = "mission"
    kind: str
    abbreviation: str | None = None
    name_fr: str | None = None
    lead: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    start: Moment | None = None
    end: Moment | None = None
    nl_start: Moment | None = None
    nl_end: Moment | None = None
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The short name that results show: the abbreviation, else the Dutch name."""
        return self.abbreviation or self.name_nl


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Named):
    """An organisation; ``kind`` is a code of the concept scheme organisation-kind."""

    KIND = "organisation"
    kind: str
    abbreviation: str | None = None
    name_fr: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name that results show: the Dutch one."""
        return self.name_nl


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry(Named):
    """A ministry under one of its names; ``valid_to`` is the first day that the name was gone."""

    KIND = "ministry"
    abbreviation: str
    valid_from: Moment | None = None
    valid_to: Moment | None = None
    tooi: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Row):
    """An office: ``title_nl`` is how it is signed."""

    id: str
    title_nl: str
    title_en: str
    ministry: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None

    @property
    def iri(self) -> str:
        """The IRI of the post."""
        return thing("post", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """A Dutch office-holder; ``signature_name`` is how letters are signed («S.A. Blok»)."""

    id: str
    name: str
    signature_name: str | None = None
    wikidata: str | None = None

    @property
    def iri(self) -> str:
        """The IRI of the person."""
        return thing("person", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet(Named):
    """A cabinet; ``end`` is the first day that it no longer held office, ``None`` while it does."""

    KIND = "cabinet"
    prime_minister: str
    start: Moment
    end: Moment | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Row):
    """A person in a post in a cabinet; ``end`` is the first day that it no longer held."""

    id: str
    person: str
    post: str
    cabinet: str
    start: Moment
    end: Moment | None = None
    acting: bool = False

    @property
    def iri(self) -> str:
        """The IRI of the tenure."""
        return thing("tenure", self.id)


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables, each a dictionary by id in the order of its file."""

    sources: dict[str, Source] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    missions: dict[str, Mission] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    ministries: dict[str, Ministry] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    cabinets: dict[str, Cabinet] = field(default_factory=dict)
    tenures: dict[str, Tenure] = field(default_factory=dict)
