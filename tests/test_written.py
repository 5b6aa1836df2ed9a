"""The written corpus: valid gold, verbatim quotes, real office-holders, no repeated sentences."""

import csv
import itertools
import json
import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kamergraaf import text
from kamergraaf.cli.scores import STATING
from kamergraaf.model import Letter
from tests import datasheet

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
WRITTEN = CORPUS / "written"
SLUGS = sorted(path.stem for path in (WRITTEN / "gold").glob("*.json"))
PLAIN = (".txt", ".md")

TYPES = {
    "financial",
    "personnel",
    "mandate-extension",
    "mandate-end",
    "suspension",
    "training",
    "materiel",
    "diplomatic",
    "inform-parliament",
    "policy",
    "programme",
}
STATUSES = {
    "made",
    "ongoing",
    "decided",
    "planned",
    "conditional",
    "suspended",
    "ended",
    "considered",
}
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
REFERENCE = re.compile(r"\d{5}(-[0-9IVXLCDM]+)?-[0-9A-Z]+|\d{4}[ZD]\d{5}")


@cache
def gold(slug: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((WRITTEN / "gold" / f"{slug}.json").read_text("utf-8"))
    return data


@cache
def letter(slug: str) -> Letter:
    """The letter as the program reads it."""
    [found] = text.letters([WRITTEN / "letters" / gold(slug)["letter"]["file"]])
    assert isinstance(found, Letter), found
    return found


def plain(words: str) -> str:
    """Letters and digits only: line ends, hyphenation and the bars of table cells do not matter."""
    return re.sub(r"[\W_]+", "", words)


def quotes(slug: str) -> Iterator[str]:
    data = gold(slug)
    for each in (*data["commitments"], *data["meetings"], *data["not_commitments"]):
        yield each["quote"]
        for key in ("restated_in", "other_quotes", "conditions", "exceptions"):
            yield from each.get(key, ())


@cache
def printed(slug: str) -> str:
    """A plain text letter without markup, running heads and footnote marks; footnotes last."""
    page = (WRITTEN / "letters" / gold(slug)["letter"]["file"]).read_text("utf-8")
    page = plain(re.sub(r"<[^>]+>", "", page))
    layout = gold(slug)["layout"]
    for noise in (*layout["running_heads"], *layout["footnotes"]):
        assert plain(noise) in page, f"not in the letter: {noise}"
        page = page.replace(plain(noise), "\n")
    page = page.replace("\n", "")
    for mark, meant in layout["footnote_marks"]:
        assert plain(mark) in page, f"not in the letter: {mark}"
        page = page.replace(plain(mark), plain(meant))
    return "\n".join((page, *(plain(note) for note in layout["footnotes"])))


def sentences(slug: str) -> list[str]:
    """What the letter states in eight words and more, without heads and signatures."""
    one = letter(slug)
    stating = [each for each in one.sentences if one.paragraphs[each.paragraph].kind in STATING]
    found = (" ".join(one.text[each.start : each.end].split()) for each in stating)
    return [sentence for sentence in found if len(sentence.split()) >= 8]


def test_every_letter_has_gold_and_every_split_has_letters() -> None:
    files = {path.stem for path in (WRITTEN / "letters").iterdir()}
    assert files == set(SLUGS)
    assert {gold(slug)["split"] for slug in SLUGS} <= {"train", "dev", "test"}


@pytest.mark.parametrize("slug", SLUGS)
def test_letter_facts_are_well_formed(slug: str) -> None:
    facts = gold(slug)["letter"]
    assert facts["chamber"] in {"TK", "EK", None}
    assert facts["date"] is None or date.fromisoformat(facts["date"])
    assert facts["date_inferred"] is None or EDTF.fullmatch(facts["date_inferred"])
    assert all(re.fullmatch(r"\d{5}(-[0-9IVXLCDM]+)?", dossier) for dossier in facts["dossiers"])
    assert all(REFERENCE.fullmatch(reference) for reference in facts["references"])
    assert facts["signatories"], "a letter is somebody's"
    assert gold(slug)["phenomena"]


@pytest.mark.parametrize("slug", SLUGS)
def test_commitments_follow_the_schema(slug: str) -> None:
    data = gold(slug)
    missions = {mission["name"] for mission in data["missions"]}
    commitments = data["commitments"]
    assert [item["id"] for item in commitments] == [
        f"c{n:02d}" for n in range(1, len(commitments) + 1)
    ]
    for item in commitments:
        assert {item["type"], *item.get("type_alt", [])} <= TYPES, item["id"]
        assert {item["status"], *item.get("status_alt", [])} <= STATUSES, item["id"]
        assert isinstance(item["core"], bool)
        assert set(item["missions"]) <= missions, item["id"]
        assert set(item["countries"]) <= set(data["countries"]), item["id"]
        assert all(EDTF.fullmatch(when["value"]) for when in item["dates"]), item["id"]
        assert all(when["role"] in {"start", "end", "decision", "event"} for when in item["dates"])
        assert all(money["currency"] in {"EUR", "USD", "NLG"} for money in item["amounts"])
        assert all(p["qualifier"] in {"max", "exact", "approx", "min"} for p in item["personnel"])
    assert any(item["core"] for item in commitments)
    assert len(data["not_commitments"]) >= 8


@pytest.mark.parametrize(
    "slug", [s for s in SLUGS if not gold(s)["letter"]["file"].endswith(PLAIN)]
)
def test_every_quote_stands_in_the_letter_as_it_is_read(slug: str) -> None:
    words = plain(letter(slug).text)
    assert [quote for quote in quotes(slug) if plain(quote) not in words] == []
    forms = [form for each in gold(slug)["missions"] for form in each["surface_forms"]]
    assert [form for form in forms if plain(form) not in words] == []


@pytest.mark.parametrize("slug", [s for s in SLUGS if gold(s)["letter"]["file"].endswith(PLAIN)])
def test_every_quote_stands_in_the_letter_as_it_is_printed(slug: str) -> None:
    words = printed(slug)
    assert [quote for quote in quotes(slug) if plain(quote) not in words] == []
    forms = [form for each in gold(slug)["missions"] for form in each["surface_forms"]]
    assert [form for form in forms if plain(form) not in words] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_text_is_both_commitment_and_hard_negative(slug: str) -> None:
    data = gold(slug)
    traps = {plain(item["quote"]) for item in data["not_commitments"]}
    assert traps.isdisjoint(plain(item["quote"]) for item in data["commitments"])


def test_the_data_sheet_shows_what_the_gold_holds() -> None:
    page = datasheet.README.read_text("utf-8")
    assert datasheet.refreshed(page) == page
    assert all(f"](letters/{gold(slug)['letter']['file']})" in page for slug in SLUGS)


def test_the_corpus_is_as_wide_as_the_letters_it_stands_for() -> None:
    assert len(SLUGS) >= 60
    forms = {gold(slug)["letter"]["file"].rsplit(".", 1)[1] for slug in SLUGS}
    assert forms == {"txt", "md", "html", "xml", "docx", "pdf"}
    assert {datasheet.day(gold(slug))[:3] for slug in SLUGS} == {"199", "200", "201", "202"}
    assert {gold(slug)["letter"]["chamber"] for slug in SLUGS} >= {"TK", "EK"}
    signed = {len(gold(slug)["letter"]["signatories"]) for slug in SLUGS}
    assert signed == {1, 2, 3, 4, 5}
    places = datasheet.mission_places()
    assert sum(map(len, places.values())) >= 30
    assert {"Africa", "Americas", "Asia", "Europe"} <= set(places)
    assert datasheet.negatives_share() >= 1 / 3


def test_no_chain_crosses_the_split() -> None:
    parts: dict[str, list[str]] = {}
    for slug in SLUGS:
        if "chain" in gold(slug):
            parts.setdefault(gold(slug)["chain"], []).append(gold(slug)["split"])
    assert len(parts) == 5
    assert all(3 <= len(found) <= 6 and len(set(found)) == 1 for found in parts.values())
    part = {slug: gold(slug)["split"] for slug in SLUGS}
    linked = [
        (slug, link["to"])
        for slug in SLUGS
        for each in gold(slug)["commitments"]
        for link in each.get("links", ())
    ]
    assert len(linked) > 150
    assert [pair for pair in linked if part[pair[0]] != part[pair[1].split(":")[0]]] == []


def test_every_letter_had_a_second_reading() -> None:
    with datasheet.SECOND_READING.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sorted(row["slug"] for row in rows) == SLUGS


@cache
def read() -> tuple[str, ...]:
    """The letters whose form is read."""
    folder = WRITTEN / "letters"
    found = {each.file for each in text.letters([folder]) if isinstance(each, Letter)}
    return tuple(slug for slug in SLUGS if gold(slug)["letter"]["file"] in found)


def test_no_sentence_returns_in_another_letter() -> None:
    bags = [(slug, s, frozenset(s.lower().split())) for slug in read() for s in sentences(slug)]
    assert len(bags) > 2000
    alike = []
    for (slug, one, bag), (other, two, words) in itertools.combinations(bags, 2):
        # The word overlap is a cheap bound, so that only likely pairs are compared in full.
        if slug == other or len(bag & words) < 0.6 * min(len(bag), len(words)):
            continue
        if SequenceMatcher(None, one, two).ratio() >= 0.75:
            alike.append((slug, one, other, two))
    assert not alike


def holders(day: str) -> dict[str, set[str]]:
    """Who could sign in which office on that day, as far as the tenures say."""
    reference = CORPUS / "reference"

    def rows(name: str) -> list[dict[str, str]]:
        with (reference / name).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    names = {row["id"]: row["signature_name"] for row in rows("persons.csv")}
    titles = {row["id"]: row["title_nl"] for row in rows("posts.csv")}
    found: dict[str, set[str]] = {}
    for row in rows("tenures.csv"):
        name, title = names.get(row["person"]), titles.get(row["post"])
        in_office = row["start"] <= day and (not row["end"] or day <= row["end"])
        if in_office and name and title:
            found.setdefault(title, set()).add(name)
    return found


def surname(name: str) -> str:
    """What a signature with initials and one with a first name share (first of a double name)."""
    return name.split(" ", 1)[1].split("-")[0]


@pytest.mark.parametrize("slug", SLUGS)
def test_signatories_held_the_office_on_that_day(slug: str) -> None:
    facts = gold(slug)["letter"]
    if facts["date"] is None:
        pytest.skip("the letter states no date")
    known = holders(facts["date"])
    for signatory in facts["signatories"]:
        candidates = known.get(signatory["office"])
        if candidates and signatory["name"]:
            assert any(surname(name) in signatory["name"] for name in candidates), signatory
