"""The five letters as text: every quoted passage of the gold is there, in sentences of its own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kamergraaf import text
from kamergraaf.model import Letter

FILES = ("amnesty-sahel", "icoi-mali", "inzet-sahel", "minusma-voortgang", "veiligheidsinzet-sahel")
GOLD = ("amnesty-sahel", "icoi-mali", "veiligheidsinzet-sahel")


@pytest.fixture(scope="module")
def read(letters: Path) -> dict[str, Letter]:
    found = [one for one in text.letters([letters]) if isinstance(one, Letter)]
    assert [one.file for one in found] == [f"{name}.txt" for name in FILES]
    return {one.file: one for one in found}


def quotes(gold: dict[str, Any]) -> list[str]:
    items = [*gold["commitments"], *gold["not_commitments"], *gold["meetings"]]
    found = [quote for item in items for quote in (item["quote"], *item.get("other_quotes", []))]
    return [" ".join(quote.split()) for quote in found]


@pytest.mark.parametrize("name", GOLD)
def test_every_gold_quote_stands_in_the_text(
    name: str, read: dict[str, Letter], gold: Path
) -> None:
    one = read[f"{name}.txt"]
    found = quotes(json.loads((gold / f"{name}.json").read_text(encoding="utf-8")))
    assert len(found) >= 48
    assert [quote for quote in found if quote not in one.text] == []
    for quote in found:
        start = one.text.index(quote)
        touched = [s for s in one.sentences if s.start < start + len(quote) and start < s.end]
        assert len({sentence.paragraph for sentence in touched}) == 1, quote


@pytest.mark.parametrize(
    ("name", "passages"),
    [
        (
            "minusma-voortgang",
            [
                "vragen de komende maanden de maximale inzet van de Malinese partijen",
                "heeft de afgelopen maanden de overdracht van helikoptercapaciteit aan Duitsland",
                "hun terugkeer en re-integratie in de gemeenschap te realiseren",
                "het gebied van klimaatadaptatie\nIn het noorden van Mali",
                "\n2. Samenhang Nederlandse inzet Mali\nZoals uiteengezet",
                "landbouw- en veeteelt",
            ],
        ),
        (
            "inzet-sahel",
            [
                "Bovendien worden antiwesterse sentimenten in de Sahel aangewakkerd",
                "niet-gelijkgestemde landen als Rusland",
                "in Mali tussen 2014 en 2019, de IOB-eindevaluatie",
                "drugs- en mensensmokkelaars",
                "afkomstig uit West- en Centraal-Afrika",
                "\nVeiligheid: Nederland wil dat de Sahellanden op lange termijn de veiligheid en",
                "\nD. Yeşilgöz-Zegerius\n",
                "Kamerstuk 35 925 V, nr.84\n",
            ],
        ),
        (
            "veiligheidsinzet-sahel",
            [
                "een militaire samenwerkingsovereenkomst met Rusland",
                "op het vlak van veiligheid, diplomatie, ontwikkelingssamenwerking en migratie",
                "\nAZ HERDRUK\n",
                "de bescherming van burgers en de bescherming",
            ],
        ),
        (
            "icoi-mali",
            ["(in bijlage) gaat in op", "virtuele G5-Saheltop", "dat de EU-delegaties", "(art.46)"],
        ),
        ("amnesty-sahel", ["Human Rights Watch en The Armed", "G5-Saheltroepenmacht", "kan vormen. Op"]),
    ],
)  # fmt: skip
def test_passages(name: str, passages: list[str], read: dict[str, Letter]) -> None:
    clean = read[f"{name}.txt"].text
    assert [passage for passage in passages if passage not in clean] == []


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("amnesty-sahel", {"head": 2, "heading": 7, "signature": 2, "footnote": 5}),
        ("icoi-mali", {"heading": 3, "signature": 1, "footnote": 1}),
        ("inzet-sahel", {"heading": 11, "bullet": 4, "signature": 8, "footnote": 11}),
        ("minusma-voortgang", {"head": 3, "heading": 32, "signature": 8}),
        ("veiligheidsinzet-sahel", {"head": 7, "heading": 25, "signature": 8, "footnote": 7}),
    ],
)
def test_kinds_of_paragraphs(name: str, kinds: dict[str, int], read: dict[str, Letter]) -> None:
    paragraphs = read[f"{name}.txt"].paragraphs
    counted = {one.kind: sum(p.kind == one.kind for p in paragraphs) for one in paragraphs}
    assert {kind: n for kind, n in counted.items() if kind != "body"} == kinds


def test_running_text_is_whole_sentences(read: dict[str, Letter]) -> None:
    for one in read.values():
        for sentence in one.sentences:
            if one.paragraphs[sentence.paragraph].kind not in ("body", "bullet"):
                continue
            words = one.text[sentence.start : sentence.end]
            assert re.match(r"[«(‘’“\"]?[A-ZÀ-Þ0-9]", words), words
            assert re.search(r"[.:?!][»”\")]*$", words), words


def test_iris(read: dict[str, Letter]) -> None:
    assert [one.id.rsplit("/", 1)[1] for one in read.values()] == [
        "2020-07-01-bz-bd0a8d47",
        "2021-03-bz-4387123c",
        "2023-bz-49c1924f",
        "kst-29521-Z",
        "kst-29521-AZ",
    ]


def test_the_way_back_to_the_file(read: dict[str, Letter], letters: Path) -> None:
    one = read["inzet-sahel.txt"]
    source = (letters / one.file).read_text(encoding="utf-8")
    quote = "Bovendien worden antiwesterse sentimenten in de Sahel aangewakkerd"
    start = one.text.index(quote)
    low, high = text.source_span(one.pieces, start, start + len(quote))
    found = source[low:high]
    assert found.startswith("Bovendien worden \n\n1 Eerder is de Kamer")
    assert found.endswith("antiwesterse sentimenten in de Sahel aangewakkerd")
