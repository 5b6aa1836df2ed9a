import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamergraaf.annotations.headcounts import find_headcounts
from kamergraaf.annotations.language import parse_text
from kamergraaf.annotations.personnel import data, is_other_states, roles
from kamergraaf.model import Headcount

CASES = tomllib.loads(Path(__file__).with_name("headcount_sentences.toml").read_text("utf-8"))
SENTENCES = CASES["sentence"]
GROUPS = [
    entry
    for group in ("single", "others", "undergo", "parts", "changes", "levels")
    + ("members", "posts", "lists", "rests")
    for entry in data()[group]
]
PLURALS = [row for row in roles() if row["plural"]]
SINGULARS = [row for row in roles() if row["singular"]]


def found_in(text: str) -> tuple[Headcount, ...]:
    return find_headcounts(parse_text(text))


def in_words(count: Headcount) -> str:
    firm = "" if count.qualifier == "exact" else f" {count.qualifier}"
    return f"{count.value}{firm} {count.role or '-'}"


def test_the_data_files_hold_what_the_tests_run_over() -> None:
    assert len(SENTENCES) >= 55
    assert len(PLURALS) >= 90
    assert len(GROUPS) >= 30


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c["from"])
def test_sentences(case: dict[str, Any]) -> None:
    text = re.sub(r"<([^<>]+)>", r"\1", case["text"])
    assert "<" not in text and ">" not in text, "stray mark"
    found = found_in(text)
    assert [in_words(c) for c in found] == case["found"]
    assert [c.quote for c in found] == re.findall(r"<([^<>]+)>", case["text"])


@pytest.mark.parametrize("row", PLURALS, ids=lambda r: r["plural"])
def test_roles_of_the_data_file(row: dict[str, str]) -> None:
    found = found_in(row["example"])
    assert any((c.role or "").lower().endswith(row["plural"].lower()) for c in found)


@pytest.mark.parametrize("row", SINGULARS, ids=lambda r: r["singular"])
def test_an_article_counts_one_for_some_roles(row: dict[str, str]) -> None:
    found = found_in(f"De missie had volgens een {row['singular']} geen vaste omvang.")
    assert [(c.value, c.role) for c in found] == (
        [(1, row["singular"])] if row["alone"] == "yes" else []
    )
    (count,) = found_in(f"Nederland levert een {row['singular']} aan de missie.")
    assert (count.value, count.role) == (1, row["singular"])
    (count,) = found_in(f"Nederland levert één {row['singular']} aan de missie.")
    assert (count.value, count.role) == (1, row["singular"])


@pytest.mark.parametrize("entry", GROUPS, ids=lambda e: e["form"])
def test_other_words_of_the_data_file(entry: dict[str, Any]) -> None:
    assert [c.quote for c in found_in(entry["example"])] == entry["found"]


@pytest.mark.parametrize("word", data()["modifiers"])
def test_adjectives_before_a_role(word: str) -> None:
    (count,) = found_in(f"Nederland levert vier {word} adviseurs.")
    assert (count.value, count.role) == (4, f"{word} adviseurs")


@pytest.mark.parametrize("word", data()["plain"])
def test_words_that_say_nothing_about_the_role(word: str) -> None:
    (count,) = found_in(f"Nederland levert vier {word} adviseurs.")
    assert (count.value, count.role) == (4, "adviseurs")


@pytest.mark.parametrize("word", data()["posted"])
def test_people_in_general_count_when_they_are_sent(word: str) -> None:
    (count,) = found_in(f"Nederland stuurt vier {word} naar de staf.")
    assert (count.value, count.role) == (4, word)
    assert found_in(f"Het fonds hielp vier {word} aan werk.") == ()


@pytest.mark.parametrize("word", ["Malinese", "Duits", "Zuid-Koreaanse", "VN-militairen"])
def test_others(word: str) -> None:
    assert is_other_states(word)


@pytest.mark.parametrize("word", ["Nederlandse", "civiele", "militairen", "West"])
def test_not_others(word: str) -> None:
    assert not is_other_states(word)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ("drie", "16", "een", "de laatste", "militairen", "stafofficier", ",", "waarvan")
            + ("acht", "van", "naar", "tot", "Malinese", "levert", "en", "Nederlandse", "(", ")")
            + (".", "\n", "1,5", "miljoen", "onder wie", "twee", "vrouwen", "één", "10 tot 15")
        ),
        max_size=20,
    )
)
def test_quotes_stand_at_their_offsets(words: list[str]) -> None:
    text = " ".join(words).replace("\n ", "\n").replace(" \n", "\n")
    found = found_in(text)
    assert all(text[c.start : c.end] == c.quote for c in found)
    assert [c.start for c in found] == sorted({c.start for c in found})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Aan de missie nemen tien korte- en twee langetermijnwaarnemers deel.",
            [("tien", 10), ("twee langetermijnwaarnemers", 2)],
        ),
        (
            "De vier door Nederland voorgedragen waarnemers reizen in mei af.",
            [("vier door Nederland voorgedragen waarnemers", 4)],
        ),
        (
            "Nederland zendt vier tolken Dari en een arts uit.",
            [("vier tolken", 4), ("een arts", 1)],
        ),
        ("Er gaan twintig militairen en een bijdrage heen.", [("twintig militairen", 20)]),
    ],
)
def test_what_stands_between_a_number_and_its_people(
    text: str, found: list[tuple[str, int]]
) -> None:
    assert [(count.quote, count.value) for count in found_in(text)] == found
