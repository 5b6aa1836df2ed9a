"""Table, JSON and lists of errors say what the counts say, and escape what letters contain."""

import json
import re
from html import escape
from html.parser import HTMLParser
from typing import Any

from kamergraaf.evaluate import as_html, as_json, as_text, letter_table, score, table
from kamergraaf.evaluate.figures import Figures

Json = dict[str, Any]
EVIL = "<script>alert('1')</script> & <b>zes militairen</b>"


def broken(brief: Json, found: Json) -> None:
    """Plant one error of each sort."""
    commitments = found["commitments"]
    commitments[1]["quote"] = EVIL
    commitments[0].update(kind="financial", missions=["Barkhane"])
    quote = brief["not_commitments"][1]["quote"]
    commitments.append({**commitments[4], "quote": quote})
    found["letter"]["number"] = "813"
    found["countries"].pop()
    found["meetings"][0]["who"] = ["Minister van Financiën"]


def row(lines: str, title: str) -> list[str]:
    line = next(line for line in lines.splitlines() if line.startswith(title))
    return line.removeprefix(title).split()


def test_table_shows_each_letter_total_and_n(brief: Json, found: Json) -> None:
    broken(brief, found)
    lines = table(score([brief], [found]))
    assert row(lines, "commitments: precision") == ["0.60", "0.60", "5"]
    assert row(lines, "commitments: recall of core") == ["0.75", "0.75", "4"]
    assert row(lines, "commitments: F1") == ["0.67", "0.67", "4"]
    assert row(lines, "full fact: F1") == ["0.44", "0.44", "4"]
    assert row(lines, "hard negatives taken") == ["0.50", "0.50", "2"]
    assert row(lines, "letter: number") == ["0.00", "0.00", "1"]


def test_table_has_a_line_for_every_figure(brief: Json, found: Json) -> None:
    lines = table(
        score([brief, {**brief, "letter": {**brief["letter"], "file": "b.txt"}}], [found])
    )
    assert row(lines, "commitments: F1") == ["1.00", "0.00", "0.67", "0.00–1.00", "8"]
    assert len(lines.splitlines()) >= len(Figures.__dataclass_fields__)


def test_columns_of_many_letters_are_numbered(brief: Json, found: Json) -> None:
    letters = [{**brief, "letter": {**brief["letter"], "file": f"{n}.txt"}} for n in "abcde"]
    lines = table(score(letters, [found]))
    assert lines.splitlines()[0].split() == [*"12345", "total", "95", "%", "n"]
    assert "\n1 a\n2 b\n3 c\n4 d\n5 e\n" in lines


def test_a_line_for_each_letter(brief: Json, found: Json) -> None:
    letters = [{**brief, "letter": {**brief["letter"], "file": f"{n}.txt"}} for n in ("brief", "b")]
    lines = letter_table(score(letters, [found])).splitlines()
    assert [line.split()[0] for line in lines] == ["precision", "brief", "b", "total"]
    assert row(lines[1], "brief")[:3] == ["1.00", "1.00", "1.00"]
    assert row(lines[3], "total") == ["1.00", "0.50", "0.67", "0.67", "0.00", "0.67", "-", "8"]


def test_a_figure_of_nothing_is_a_dash(brief: Json, found: Json) -> None:
    for letter in (brief, found):
        letter["letter"]["references"] = []
    assert row(table(score([brief], [found])), "references F1") == ["-", "-", "0"]


def test_json_holds_counts_figures_and_calibration(brief: Json, found: Json) -> None:
    broken(brief, found)
    told = json.loads(json.dumps(as_json(score([brief], [found]))))
    assert told["total"]["commitments"] == {
        "right": 3,
        "found": 5,
        "expected": 4,
        "precision": 0.6,
        "recall": 0.75,
        "f1": 6 / 9,
    }
    assert told["letters"]["brief.txt"] == told["total"]
    assert set(told["total"]) == set(told["interval_95"]) == set(Figures.__dataclass_fields__)
    assert told["calibration"]["bins"][0]["n"] == 5


def test_text_lists_every_error_with_both_sides(brief: Json, found: Json) -> None:
    broken(brief, found)
    text = as_text(score([brief], [found]))
    assert re.findall(r"^-- (.+)$", text, re.MULTILINE) == [
        "hard negative taken",
        "not in gold",
        "not in gold",
        "missed",
        "wrong: kind, missions",
        "letter: number",
        "letter: countries",
        "meeting, wrong: who",
        "quote not at its offsets",
        "quote not at its offsets",
    ]
    assert "  gold: 812\n  found: 813" in text
    assert 'missions: ["Barkhane"]' in text
    assert "c2: Voor de steun aan de Afghaanse politie" in text


def test_no_error_no_entry(brief: Json, found: Json) -> None:
    assert as_text(score([brief], [found])) == "== brief.txt\n"


class Tags(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not {name for name, _ in attrs} & {"src", "href"}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_one_page_that_escapes_what_letters_contain(brief: Json, found: Json) -> None:
    broken(brief, found)
    brief["letter"]["file"] = found["letter"]["file"] = "<i>brief.txt"
    page = Tags()
    page.feed(as_html(score([brief], [found])))
    assert not {"script", "b", "i", "link", "img"} & set(page.tags)
    assert EVIL in page.text
    assert page.tags.count("tr") == 1 + 10


def test_html_shows_the_words_of_the_letter_around_each_error(brief: Json, found: Json) -> None:
    broken(brief, found)
    found["letter"]["text"] = found["letter"]["text"].replace(
        "Voor de steun", "<u>Eerder.</u> Voor de steun"
    )
    page = as_html(score([brief], [found]))
    missed = brief["commitments"][1]["quote"]
    assert f"&lt;u&gt;Eerder.&lt;/u&gt; <mark>{missed}</mark>" in page
    assert "<th>text</th><th>gold</th><th>found</th>" in page
    nowhere = "<small>not in the text as it was read</small></td><td></td>"
    assert f"<td>not in gold</td><td>{nowhere}<td>{escape(EVIL)}" in page
    assert "<u>" not in page
