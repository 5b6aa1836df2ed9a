"""Short letters with the missions, countries, sums and people that a commitment in them has."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from kamergraaf.annotations import annotate
from kamergraaf.model import (
    Commitment,
    Letter,
    LetterFacts,
    Moment,
    Paragraph,
    ParagraphKind,
    Sentence,
    Signatory,
)
from kamergraaf.statements import find
from kamergraaf.statements.commitments import words

CASES = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))["brief"]
LISTS = tomllib.loads(Path(words.__file__).with_name("missions.toml").read_text("utf-8"))
FIGURES = tomllib.loads(Path(words.__file__).with_name("figures.toml").read_text("utf-8"))
MARKS: dict[str, ParagraphKind] = {"# ": "heading", "- ": "bullet"}


def letter(text: str, day: str) -> Letter:
    """Return a letter with one paragraph a line, cut into sentences, of a day written 2018-03-01."""
    kinds: list[ParagraphKind] = [MARKS.get(line[:2], "body") for line in text.strip().split("\n")]
    lines = [re.sub("^(# |- )", "", line) for line in text.strip().split("\n")]
    paragraphs, sentences, place = [], [], 0
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        paragraphs.append(Paragraph(place, place + len(line), kind, int(kind == "heading")))
        sentences += [
            Sentence(place + found.start(), place + found.end(), number)
            for found in re.finditer(r"\S.*?(?:\.(?= [A-Z])|$)", line)
        ]
        place += len(line) + 1
    on = date.fromisoformat(day)
    facts = LetterFacts(
        date=Moment(on, on, day),
        date_source="stated",
        signatories=(Signatory("Minister van Defensie"),),
    )
    return Letter(
        "https://w3id.org/kamergraaf/id/letter/proef", "proef.txt", "0" * 64, "\n".join(lines),
        "0" * 64, (), tuple(paragraphs), tuple(sentences), facts,
    )  # fmt: skip


def said(commitment: Commitment) -> dict[str, Any]:
    """Return what the cases tell of a commitment."""
    return {
        "missies": [link.name for link in commitment.missions],
        "landen": [link.name for link in commitment.countries],
        "bedragen": [
            int(a.value) for a in commitment.amounts if a.scope not in {"joint-total", "estimate"}
        ],
        "mensen": [each.value for each in commitment.personnel],
        "afgeleid": list(commitment.inferred),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["waarom"])[:60])
def test_letter(case: dict[str, Any]) -> None:
    """The commitment that a case is about has the terms that it tells."""
    found = find(annotate(letter(case["tekst"], case["dag"]))).commitments
    quoting = [each for each in found if case["zin"] in each.quote]
    assert len(quoting) == 1, [each.quote for each in found]
    wanted = {
        key: value for key, value in case.items() if key not in {"waarom", "dag", "tekst", "zin"}
    }
    assert {key: said(quoting[0])[key] for key in wanted} == wanted


def test_there_are_many_letters() -> None:
    """No filter has left the file half read."""
    assert len(CASES) >= 38


@pytest.mark.parametrize("name", ["uitzending", "kosten", "hulp"])
def test_word_lists_hold_in_their_examples(name: words.ListName) -> None:
    """Each example has a word of its list, no counterexample has."""
    assert all(words.speaks_of(name, each) for each in LISTS[name]["zinnen"])
    assert not any(words.speaks_of(name, each) for each in LISTS[name]["tegenvoorbeelden"])


PATTERNS = [(name, row) for name, rows in FIGURES.items() for row in rows]


@pytest.mark.parametrize("name, row", PATTERNS, ids=lambda part: str(part)[:60])
def test_patterns_of_figures_hold_in_their_examples(name: words.FigureWord, row: Any) -> None:
    """Each fits its example at the figure behind «|», and no pattern of its name the counterexample."""
    before, _, after = row["voorbeeld"].partition("|")
    assert words.told(name, before, after)
    alone = {"voor": before} if "voor" in row else {"rond": before + after}
    assert all(re.search(row[place], text.lower()) for place, text in alone.items())
    before, _, after = row.get("tegenvoorbeeld", "").partition("|")
    assert not words.told(name, before, after)


def test_there_are_many_patterns() -> None:
    """No name of the list lacks a pattern."""
    assert len(PATTERNS) >= 14
    assert set(FIGURES) == set(get_args(words.FigureWord))
