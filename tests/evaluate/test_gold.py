"""A gold file in another form is refused with the place that is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.errors import BadData
from kamergraaf.evaluate import letter_files, read, score

Json = dict[str, Any]


def written(folder: Path, gold: Any) -> Path:
    file = folder / "gold" / "brief.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(gold), encoding="utf-8")
    return file


def test_folders_and_files_are_read(brief: Json, tmp_path: Path) -> None:
    file = written(tmp_path, brief)
    assert read([file]) == read([file.parent]) == [brief]


def test_unknown_type_is_named_with_its_commitment(brief: Json, tmp_path: Path) -> None:
    brief["commitments"][1]["type"] = "money"
    with pytest.raises(BadData, match=r"brief\.json: commitment c2: unknown type 'money'; one of"):
        read([written(tmp_path, brief)])


def test_unknown_accepted_status_is_found_too(brief: Json, tmp_path: Path) -> None:
    brief["commitments"][1]["status_alt"] = ["maybe"]
    with pytest.raises(BadData, match="unknown status 'maybe'"):
        read([written(tmp_path, brief)])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (("letter",), "lacks letter"),
        (("letter", "date"), "letter: lacks date"),
        (("not_commitments",), "lacks not_commitments"),
        (("commitments", 0, "core"), "commitment c1: lacks core"),
        (("meetings", 1, "who"), "meetings 2: lacks who"),
    ],
)
def test_missing_keys_are_named(
    path: tuple[Any, ...], said: str, brief: Json, tmp_path: Path
) -> None:
    place: Any = brief
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    with pytest.raises(BadData, match=said):
        read([written(tmp_path, brief)])


@pytest.mark.parametrize("text", ["", "[]", "{", '"brief"'])
def test_what_is_no_json_object_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadData) as error:
        read([file])
    assert "\n" not in str(error.value)
    assert "brief.json: no gold file" in str(error.value)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="no gold files"):
        read([tmp_path])


def test_found_in_another_form_is_refused(brief: Json, found: Json) -> None:
    del found["meetings"]
    with pytest.raises(BadData, match="extract output: lacks meetings"):
        score([brief], [found])


def test_letters_lie_beside_the_gold_or_where_one_says(brief: Json, tmp_path: Path) -> None:
    file = written(tmp_path, brief)
    with pytest.raises(BadData, match=r"letters/brief\.txt: no such letter; .*--letters"):
        letter_files([file])
    for folder in ("letters", "elders"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "brief.txt").write_text("", encoding="utf-8")
    assert letter_files([file]) == [tmp_path / "letters" / "brief.txt"]
    assert letter_files([file], tmp_path / "elders") == [tmp_path / "elders" / "brief.txt"]
