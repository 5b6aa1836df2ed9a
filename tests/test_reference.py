"""The reference data is sound, its errors are plain, and look-ups give the right person and post."""

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import SKOS, Graph, URIRef

from kamergraaf import reference
from kamergraaf.errors import BadData
from kamergraaf.iris import CONCEPT
from kamergraaf.reference import Person, tables
from kamergraaf.reference.reading import moment
from kamergraaf.resources import resource

FILES = sorted(path.name for path in resource("corpus/reference").glob("*.csv"))


def test_every_file_is_read() -> None:
    assert len(FILES) == 10
    for name in FILES:
        assert len(getattr(tables(), name.removesuffix(".csv"))) >= 12, name
    assert len(reference.tenures()) >= 400
    assert len(reference.missions()) >= 200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(resource("corpus/reference"), tmp_path / "reference")


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("tenures.csv", "stef-blok,minister-bz", "stef-blik,minister-bz", "line .*person: no row"),
        ("tenures.csv", "2018-03-07,2021-05-25", "2018-13-07,2021-05-25", "month must be in 1..12"),
        ("tenures.csv", "2018-03-07,2021-05-25", "2018-03-07,2017-05-25", "end: not after start"),
        ("missions.csv", "minusma,MINUSMA", "untso,MINUSMA", "«untso» occurs twice"),
        ("missions.csv", ",MLI,", ",MLX,", "countries: no row has the id MLX"),
        ("missions.csv", "L3;", "L33;", "L33 is not in sources.csv"),
        ("countries.csv", "ML,MLI", "Q1,MLI", "iso2: CLDR has no «Q1»"),
        ("persons.csv", "Stef Blok", "", "name: empty"),
        ("posts.csv", "id,title_nl", "id,titel", "line 1: unknown or missing column"),
        ("cabinets.csv", "S1,certain", "S1,zeker", "«zeker» is none of certain, uncertain"),
    ],
)
def test_planted_errors_are_named(folder: Path, name: str, old: str, new: str, words: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadData, match=words) as error:
        reference.load(folder)
    assert str(error.value).startswith(f"corpus/reference/{name}, line ")
    assert "\n" not in str(error.value)


def test_an_exercise_has_no_fixed_countries(folder: Path) -> None:
    path = folder / "missions.csv"
    text = path.read_text(encoding="utf-8")
    assert ",USA,,exercise," in text
    path.write_text(text.replace(",USA,,exercise,", ",USA,GHA,exercise,", 1), encoding="utf-8")
    with pytest.raises(BadData, match="exercise has no fixed countries"):
        reference.load(folder)


@pytest.mark.parametrize("scheme", ["mission-kind", "organisation-kind"])
def test_kinds_are_concepts_of_the_ontology(scheme: str) -> None:
    graph = Graph().parse(resource("ontology/kamergraaf.ttl"))
    concepts = set(graph.subjects(SKOS.inScheme, URIRef(f"{CONCEPT}{scheme}")))
    if not concepts:
        pytest.skip(f"the ontology has no scheme {scheme} yet")
    table = tables().missions if scheme == "mission-kind" else tables().organisations
    for row in table.values():
        assert URIRef(f"{CONCEPT}{scheme}/{row.kind}") in concepts, row.id


def test_every_territory_has_a_dutch_name_and_code() -> None:
    countries = reference.countries()
    assert len(countries) >= 250
    assert countries["XKX"].name_nl == "Kosovo"
    assert {len(country.iso2) for country in countries.values()} == {2}
    assert len({country.name_nl for country in countries.values()}) == len(countries)


def test_no_two_holders_at_once_unless_the_post_has_several() -> None:
    several = {post for post in reference.posts() if post.startswith("staatssecretaris-")}
    several.add("minister-voor-aenm")
    for post in set(reference.posts()) - several:
        held = reference.tenures_of(post)
        for before, after in pairwise(held):
            assert before.end is not None, before.id
            assert before.end.earliest <= after.start.latest, (before.id, after.id)


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("Minister van Defensie", "minister-defensie"),
        ("DE MINISTER VAN JUSTITIE EN VEILIGHEID,", "minister-jenv"),
        ("de minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", "minister-bhos"),
        ("Minister voor BHOS", "minister-bhos"),
        ("Minister-President", "minister-president"),
        ("De Staatssecretaris van Defensie", "staatssecretaris-defensie"),
        ("Minister van Economische Zaken en Klimaat", "minister-ezk"),
        ("Minister van VWS", "minister-vws"),
        ("Minister van Onderwijs, Cultuur en Wetenschappen", "minister-ocw"),
        ("Staatssecretaris van Financiën,", "staatssecretaris-financien"),
        ("Minister voor Volkshuisvesting en Ruimtelijke Ordening", "minister-vro"),
        ("De Minister-President, Minister van Algemene Zaken", "minister-president"),
        ("minister van Toverkunst", None),
        ("Defensie", None),
    ],
)
def test_posts_by_title(title: str, post: str | None) -> None:
    found = reference.post_by_title(title)
    assert (found and found.id) == post


@pytest.mark.parametrize(
    ("post", "day", "person"),
    [
        ("minister-bz", "2017-05-19", "bert-koenders"),
        ("minister-bz", "2020-07-01", "stef-blok"),
        ("minister-bhos", "2020-07-01", "sigrid-kaag"),
        ("minister-jenv", "2022-11-25", "dilan-yesilgoz"),
        ("minister-venj", "2017-05-19", "stef-blok"),
        ("minister-jenv", "2017-05-19", None),
        ("minister-defensie", "1900-01-01", None),
        ("minister-defensie", "1995-07-11", "joris-voorhoeve"),
        ("minister-bz", "2001-10-07", "jozias-van-aartsen"),
        ("minister-vws", "2020-03-16", "hugo-de-jonge"),
        ("minister-ezk", "2019-06-28", "eric-wiebes"),
        ("minister-financien", "2008-10-03", "wouter-bos"),
        ("minister-financien", "2024-01-10", "rob-jetten"),
        ("minister-aenm", "2024-10-25", "marjolein-faber"),
        ("minister-aenm", "2025-07-01", "david-van-weel"),
        ("minister-voor-aenm", "2025-07-01", None),
        ("minister-voor-aenm", "2025-10-02", "mona-keijzer"),
        ("minister-immigratie-asiel", "2011-06-01", "gerd-leers"),
        ("minister-immigratie-integratie-asiel", "2012-06-01", "gerd-leers"),
        ("minister-defensie", "2021-09-20", "ferdinand-grapperhaus"),
        ("minister-defensie", "1993-11-12", "relus-ter-beek"),
        ("minister-naaz", "1995-07-11", "joris-voorhoeve"),
        ("minister-bhos", "2026-03-01", "sjoerd-sjoerdsma"),
        ("staatssecretaris-bz", "2003-01-01", None),
    ],
)
def test_who_held_a_post_on_a_day(post: str, day: str, person: str | None) -> None:
    tenure = reference.holder(post, date.fromisoformat(day), date.fromisoformat(day))
    assert (tenure and tenure.person) == person


def test_nobody_holds_a_post_through_a_change() -> None:
    assert reference.holder("minister-bz", date(2017, 10, 1), date(2017, 11, 30)) is None


@pytest.mark.parametrize("person", tables().persons.values(), ids=lambda person: str(person.id))
def test_every_person_is_found_by_name_and_signature(person: Person) -> None:
    assert reference.person_by_signature(person.name) == person
    if person.signature_name:
        assert reference.person_by_signature(person.signature_name) == person
        assert reference.person_by_signature(person.signature_name.replace(".", ". ")) == person
        assert reference.person_by_signature(f"drs. {person.signature_name}") == person


@pytest.mark.parametrize(
    "name", ["", "Blok", "X. Blok", "de Vries", "C. de Vries", "A. Nonymus", "Jansen"]
)
def test_a_name_that_could_be_another_is_nobody(name: str) -> None:
    assert reference.person_by_signature(name) is None


@given(st.dates(date(1900, 1, 1)))
def test_a_day_is_its_own_moment(day: date) -> None:
    assert moment(day.isoformat()).earliest == moment(day.isoformat()).latest == day
    assert moment(day.isoformat()[:7]).earliest <= day <= moment(day.isoformat()[:7]).latest
    assert moment(day.isoformat()[:4]).earliest <= day <= moment(day.isoformat()[:4]).latest
