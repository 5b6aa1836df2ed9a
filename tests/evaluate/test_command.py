"""``kamergraaf evaluate`` by letter and by phenomenon, on one written letter."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kamergraaf.cli import main
from kamergraaf.evaluate.phenomena import groups

GOLD = Path(__file__).resolve().parents[2] / "corpus" / "written" / "gold" / "haiti-2010.json"


def evaluate(*options: str) -> Result:
    return CliRunner().invoke(main, ["evaluate", str(GOLD), *options])


def test_by_letter_has_a_line_a_letter_and_the_total() -> None:
    lines = evaluate("--by", "letter").output.splitlines()
    assert [line.split()[0] for line in lines] == ["precision", "haiti-2010", "total"]
    core = sum(each["core"] for each in json.loads(GOLD.read_text("utf-8"))["commitments"])
    assert lines[1].split()[1:] == lines[2].split()[1:]
    assert lines[2].split()[-1] == str(core)


def test_by_phenomenon_has_a_line_a_group() -> None:
    lines = evaluate("--by", "phenomenon").output.splitlines()
    names = [group.name for group in groups()]
    assert len(lines) > 10
    assert all(line.startswith((*names, "other", "none given")) for line in lines[1:])


def test_the_json_holds_letters_and_phenomena() -> None:
    told = json.loads(evaluate("--format", "json").output)
    assert set(told) == {"letters", "total", "interval_95", "phenomena", "calibration"}
    assert told["phenomena"]["condition"]["items"] > 0


@pytest.mark.parametrize("other", [("--format", "json"), ("--agreement", str(GOLD))])
def test_by_goes_with_the_table_only(other: tuple[str, ...]) -> None:
    result = evaluate("--by", "letter", *other)
    assert result.exit_code == 2
    assert "--by chooses a table" in result.output


def test_the_page_of_errors_names_every_side(tmp_path: Path) -> None:
    page = tmp_path / "errors.html"
    assert evaluate("--errors", str(page)).exit_code == 0
    assert "<th>text</th><th>gold</th><th>found</th>" in page.read_text("utf-8")
