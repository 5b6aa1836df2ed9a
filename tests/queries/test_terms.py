"""What people type becomes the term that they mean, or an error that helps."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.errors import BadQuery
from kamergraaf.queries.binding import bind
from kamergraaf.queries.terms import term

NAMES = [
    ("mission", "MINUSMA", "mission/minusma"),
    ("mission", "minusma", "mission/minusma"),
    ("mission", "eucap sahel niger", "mission/eucap-sahel-niger"),
    ("mission", "Blauwvoet", "mission/blauwvoet"),
    ("country", "Mali", "country/mli"),
    ("country", "MLI", "country/mli"),
    ("country", "Niger", "country/ner"),
    ("country", "belgie", "country/bel"),
    ("place", "Sahel", "region/sahel"),
    ("person", "Hoekstra", "person/wopke-hoekstra"),
    ("person", "W.B. Hoekstra", "person/wopke-hoekstra"),
    ("person", "Yesilgoz-Zegerius", "person/dilan-yesilgoz"),
    ("recipient", "ICOI", "organisation/icoi"),
    ("letter", "kst-29521-456", "letter/kst-29521-456"),
    ("letter", "2022-11-25", "letter/kst-29521-456"),
    ("letter", "Kamerstuk 29521, nr. 456", "letter/kst-29521-456"),
]
DATES = [
    ("day", "2022-11-25", "2022-11-25"),
    ("first-day", "2022", "2022-01-01"),
    ("last-day", "2022", "2022-12-31"),
    ("first-day", "2024-02", "2024-02-01"),
    ("last-day", "2024-02", "2024-02-29"),
    ("last-day", "2024-02-03", "2024-02-03"),
]
WRONG = [
    ("mission", "MINUSMO", "near it: minusma"),
    ("country", "Atlantis", "no country of that name"),
    ("mission", "EUCAP", "say which: mission/eucap"),
    ("mission", "", "no mission"),
    ("person", "...", "no person"),
    ("mission", "https://exa mple.org/", "no IRI"),
    ("day", "25 november 2022", "write a day"),
    ("day", "2022", "write a day"),
    ("last-day", "2023-02-29", "no such day"),
    ("first-day", "2022-13", "no such day"),
    ("number", "veel", "write a number"),
    ("status", "kapot", "no status"),
]


@pytest.mark.parametrize(("type_", "text", "expected"), NAMES)
def test_things_by_name(store: ox.Store, type_: str, text: str, expected: str) -> None:
    """Abbreviation, label, alias, code or number: capitals, accents and hyphens do not matter."""
    assert term(store, type_, text).value == f"https://w3id.org/kamergraaf/id/{expected}"


@pytest.mark.parametrize(
    ("text", "code"), [("suspended", "suspended"), ("Opgeschort", "suspended")]
)
def test_concepts_by_code_or_label(store: ox.Store, text: str, code: str) -> None:
    """A status is known by its code and by its Dutch label."""
    iri = f"https://w3id.org/kamergraaf/concept/status/{code}"
    assert term(store, "status", text).value == iri


@pytest.mark.parametrize(("type_", "text", "expected"), DATES)
def test_days(type_: str, text: str, expected: str) -> None:
    """A month or year is its first or its last day."""
    found = term(ox.Store(), type_, text)
    assert isinstance(found, ox.Literal)
    assert (found.value, found.datatype.value.rsplit("#")[1]) == (expected, "date")


@pytest.mark.parametrize(("type_", "text", "message"), WRONG)
def test_wrong_values_get_help(store: ox.Store, type_: str, text: str, message: str) -> None:
    """What is not understood is said, with what would be."""
    with pytest.raises(BadQuery, match=message):
        term(store, type_, text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_value_cannot_change_the_question(value: str) -> None:
    """Any text comes back as that text: it never becomes part of the question."""
    text = bind("SELECT ?x { VALUES ?x { UNDEF } }", {"x": ox.Literal(value)})
    rows = ox.Store().query(text)
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["x"].value for row in rows] == [value]


def test_unknown_parameter_is_said() -> None:
    """A parameter that the question does not have is an error that names those it has."""
    with pytest.raises(BadQuery, match="no such parameter; it has day, mission"):
        bind("ASK { VALUES ?mission { UNDEF } VALUES ?day { UNDEF } }", {"x": ox.Literal("")})


def test_parameter_in_a_string_is_none() -> None:
    """Only code is bound, not what looks like it in a string or a comment."""
    with pytest.raises(BadQuery, match="it has none"):
        bind("ASK { ?s ?p 'VALUES ?x { }' } # VALUES ?x { }", {"x": ox.Literal("")})
