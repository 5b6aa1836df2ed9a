"""What the fields of a file say of its letter, and that they go before its text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.model import FactOrigin
from kamergraaf.source import SourceFile
from kamergraaf.text import letter
from kamergraaf.text.metadata import stated, table

ROWS = table()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["fact"])
def test_examples(row: dict[str, Any]) -> None:
    for name in row["names"]:
        found = stated([(name.swapcase(), f" {row['example']}\n")])
        if row["fact"] == "identifier":
            said: Any = f"{found.dossiers[0]} {found.number}"
        else:
            said = getattr(found, row["fact"])
        said = said[0] if isinstance(said, tuple) else getattr(said, "edtf", said)
        assert said == row["gives"], name


def test_rows_were_found() -> None:
    assert len(ROWS) >= 9
    names = [name.lower() for row in ROWS for name in row["names"]]
    assert len(names) == len(set(names))


def test_what_goes_first_is_the_order_of_the_table() -> None:
    found = stated(
        [("DC.title", "Dossier; Brief; Later"), ("OVERHEIDop.documenttitel", "Eerder"), ("x", "y")]
    )
    assert (found.title, found.fields) == ("Eerder", {"title": "OVERHEIDop.documenttitel"})


def test_all_dossiers_count() -> None:
    found = stated([("OVERHEIDop.dossiernummer", "29521;33694"), ("dossiernr", "36 800 VIII")])
    assert found.dossiers == ("29521", "33694", "36800-VIII")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OVERHEIDop.ondernummer", "zie bijlage"),
        ("OVERHEIDop.datumBrief", "25 november"),
        ("OVERHEIDop.datumBrief", "2022-13-45"),
        ("DC.creator", "Ministerie van Defensie"),
        ("DC.identifier", "blg-1"),
        ("DC.title", " ; "),
    ],
)
def test_what_is_not_understood_says_nothing(name: str, value: str) -> None:
    assert stated([(name, value)]).fields == {}


@given(st.lists(st.tuples(st.sampled_from([n for row in ROWS for n in row["names"]]), st.text())))
def test_any_fields(metadata: list[tuple[str, str]]) -> None:
    found = stated(metadata)
    assert set(found.fields.values()) <= {name for name, _ in metadata}


TEXT = "29 521\n\nNr. 3\n\nDen Haag, 1 mei 2020\n\nBetreft Missies\n\nGeachte voorzitter,\n\nNederland levert."


def test_fields_go_before_the_head_and_the_head_before_the_day_of_publication() -> None:
    metadata = (
        ("OVERHEIDop.ondernummer", "456"),
        ("OVERHEIDop.dossiernummer", "33694"),
        ("DCTERMS.issued", "2020-05-08"),
        ("og:title", "Kamerbrief over missies"),
    )
    facts = letter(SourceFile("a.html", "0" * 64, TEXT, metadata=metadata)).facts
    assert (facts.number, facts.dossiers) == ("456", ("33694", "29521"))
    assert facts.date and (facts.date.edtf, facts.date_source) == ("2020-05-01", "stated")
    assert facts.title == "Missies"
    assert facts.origins == (
        FactOrigin("dossiers", "metadata", "OVERHEIDop.dossiernummer"),
        FactOrigin("number", "metadata", "OVERHEIDop.ondernummer"),
        FactOrigin("title", "head"),
        FactOrigin("date", "head"),
    )


def test_the_day_of_publication_and_the_headline_when_the_letter_is_silent() -> None:
    metadata = (("DCTERMS.issued", "2020-05-08T10:00:00"), ("og:title", "Kamerbrief over missies"))
    facts = letter(SourceFile("a.html", "0" * 64, "Nederland levert.", metadata=metadata)).facts
    assert facts.date and (facts.date.edtf, facts.date_source) == ("2020-05-08", "inferred")
    assert facts.title == "Kamerbrief over missies"
    assert {(one.fact, one.place, one.field) for one in facts.origins} == {
        ("title", "metadata", "og:title"),
        ("date", "metadata", "DCTERMS.issued"),
    }
