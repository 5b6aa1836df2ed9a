"""The annotated letters: the form of the schema, quotes in the clean text, links that lead somewhere."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from kamergraaf import text
from kamergraaf.cli import main
from kamergraaf.errors import BadLetter
from kamergraaf.evaluate.attributes import STATUSES, TYPES
from kamergraaf.evaluate.kappa import labels

Json = dict[str, Any]
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SCHEMA = CORPUS / "gold" / "schema" / "letter.schema.json"
GUIDELINE = CORPUS / "gold" / "GUIDELINE.md"
REAL = sorted((CORPUS / "gold").glob("*.json"))
WRITTEN = sorted((CORPUS / "written" / "gold").glob("*.json"))
FILES = [*REAL, *WRITTEN]


@cache
def gold(file: Path) -> Json:
    data: Json = json.loads(file.read_text("utf-8"))
    return data


@cache
def schema() -> Json:
    data: Json = json.loads(SCHEMA.read_text("utf-8"))
    return data


def slips(data: Json) -> list[str]:
    """Return what breaks the schema, each with its place."""
    checker = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [
        f"{'/'.join(map(str, slip.absolute_path))}: {slip.message}"
        for slip in checker.iter_errors(data)
    ]


def test_all_five_real_letters_have_gold() -> None:
    letters = {path.stem for path in (CORPUS / "letters").glob("*.txt")}
    assert {path.stem for path in REAL} == letters
    assert len(letters) == 5 and len(WRITTEN) >= 60


def test_the_schema_is_a_schema_with_the_codes_of_the_scorer() -> None:
    Draft202012Validator.check_schema(schema())
    assert set(schema()["$defs"]["type"]["enum"]) == TYPES
    assert set(schema()["$defs"]["status"]["enum"]) == STATUSES


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_gold_follows_the_schema(file: Path) -> None:
    assert slips(gold(file)) == []
    part = gold(file).get("split")
    assert (file in WRITTEN) == ("layout" in gold(file))
    assert part in ({"train", "dev", "test"} if file in WRITTEN else {None, "test"})


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("commitments", 0, "type"), "money"),
        (("commitments", 0, "links"), [{"to": "c1", "relation": "same_as"}]),
        (("commitments", 0, "typo"), "x"),
        (("commitments", 0, "dates"), [{"role": "end", "value": "mei 2020"}]),
        (("letter", "date"), "1 juli 2020"),
        (("letter", "references"), ["29 521, nr. 403"]),
        (("split",), "training"),
        (("phenomena",), ["passive"]),
    ],
)
def test_the_schema_refuses_slips(place: tuple[Any, ...], value: Any) -> None:
    data = json.loads(REAL[0].read_text("utf-8"))
    part = data
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    assert slips(data)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_names_and_parts_are_those_of_the_letter(file: Path) -> None:
    data = gold(file)
    missions = {each["name"] for each in data["missions"]}
    ids = [each["id"] for each in data["commitments"]]
    assert ids == [f"c{number:02d}" for number in range(1, len(ids) + 1)]
    assert len(missions) == len(data["missions"])
    for each in data["commitments"]:
        assert set(each["missions"]) <= missions, each["id"]
        assert set(each["countries"]) <= set(data["countries"]), each["id"]
        assert set(each.get("missions_accept", ())) <= missions - set(each["missions"]), each["id"]
        accepted = set(each.get("countries_accept", ()))
        assert accepted <= set(data["countries"]) - set(each["countries"]), each["id"]
        assert each["actor"] not in each.get("actor_accept", ()), each["id"]
        assert each["type"] not in each.get("type_alt", ()), each["id"]
        assert each["status"] not in each.get("status_alt", ()), each["id"]
        assert each.get("part_of") is None or each["part_of"] in ids, each["id"]


def links() -> Iterator[tuple[str, Json]]:
    for file in FILES:
        for each in gold(file)["commitments"]:
            for link in each.get("links", ()):
                yield f"{file.stem}:{each['id']}", link


def test_every_link_leads_to_a_commitment_of_another_letter() -> None:
    known = {f"{file.stem}:{each['id']}" for file in FILES for each in gold(file)["commitments"]}
    found = list(links())
    assert len(found) > 200
    wrong = [(source, link["to"]) for source, link in found if link["to"] not in known]
    wrong += [(s, link["to"]) for s, link in found if link["to"].split(":")[0] == s.split(":")[0]]
    assert not wrong


def plain(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


@cache
def clean(file: Path) -> str:
    [letter] = text.letters([CORPUS / "letters" / gold(file)["letter"]["file"]])
    assert not isinstance(letter, BadLetter)
    return letter.text


@pytest.mark.parametrize("file", REAL, ids=lambda path: path.stem)
def test_every_quote_of_a_real_letter_is_verbatim_in_its_clean_text(file: Path) -> None:
    data = gold(file)
    quotes = [
        quote
        for part in ("commitments", "meetings", "not_commitments")
        for each in data[part]
        for key in ("restated_in", "other_quotes", "conditions")
        for quote in (each["quote"], *each.get(key, ()))
    ]
    assert len(quotes) > 100
    assert [quote for quote in quotes if quote not in clean(file)] == []
    forms = [form for each in data["missions"] for form in each["surface_forms"]]
    assert [form for form in forms if plain(form) not in plain(clean(file))] == []


@pytest.mark.parametrize("file", REAL, ids=lambda path: path.stem)
def test_no_hard_negative_is_a_commitment_too(file: Path) -> None:
    data = gold(file)
    said = {
        plain(quote)
        for each in data["commitments"]
        for quote in (each["quote"], *each.get("restated_in", ()), *each.get("other_quotes", ()))
    }
    assert said.isdisjoint(plain(each["quote"]) for each in data["not_commitments"])
    assert len(data["not_commitments"]) >= 8


@pytest.mark.parametrize("name", ["one", "two"])
def test_the_quotes_of_both_passes_are_in_their_letters(name: str) -> None:
    files = sorted((CORPUS / "gold" / "passes" / name).glob("*.json"))
    assert len(files) == 2
    for file in files:
        found = labels(gold(file)["commitments"], [clean(file)])
        assert found == ["core"]


def test_the_guideline_has_twenty_worked_cases_that_are_in_no_real_letter() -> None:
    page = GUIDELINE.read_text("utf-8")
    cases = re.findall(r"^(\d+)\. «([^»]+)»", page, re.MULTILINE)
    assert [int(number) for number, _ in cases] == list(range(1, 21))
    letters = "".join(plain(clean(file)) for file in REAL)
    assert [words for _, words in cases if plain(words) in letters] == []
    for code in (*TYPES, *STATUSES):
        assert f"`{code}`" in page, code


def test_the_data_sheet_shows_the_agreement_that_the_command_gives() -> None:
    passes = CORPUS / "gold" / "passes"
    arguments = [str(passes / "one"), "--agreement", str(passes / "two")]
    result = CliRunner().invoke(
        main, ["evaluate", *arguments, "--letters", str(CORPUS / "letters")]
    )
    assert result.exit_code == 0, result.output
    page = (CORPUS / "gold" / "DATASHEET.md").read_text("utf-8")
    assert [line for line in result.output.splitlines() if f"    {line}\n" not in page] == []


def test_the_data_sheet_counts_what_is_in_the_files() -> None:
    page = (CORPUS / "gold" / "DATASHEET.md").read_text("utf-8")
    for file in REAL:
        data = gold(file)
        core = sum(each["core"] for each in data["commitments"])
        counts = (core, len(data["commitments"]) - core, len(data["not_commitments"]))
        row = " | ".join(map(str, (*counts, len(data["meetings"]))))
        assert re.search(rf"`{file.name}` \| [^|]+ \| {re.escape(row)} \|", page), file.name
