"""Every entry of the language data is reached by its own example sentence."""

import csv
import dataclasses
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Span

import kamergraaf.statements
from kamergraaf.annotations.language import parse_text
from kamergraaf.statements.clauses import predications
from kamergraaf.statements.lexicon import Verb, find_verb, verbs

VERBS = Path(kamergraaf.statements.__file__).parent / "commitments" / "verbs.csv"
SENSES = frozenset({
    "decide", "promise", "intend", "aim", "effort", "explore", "give", "support", "promote",
    "deploy", "extend", "expand", "reduce", "suspend", "resume", "end", "abstain", "inform", "urge",
    "raise", "emphasise", "consult", "request", "condemn", "act", "follow", "attitude",
})  # fmt: skip


def _name(verb: Verb) -> str:
    separable = f"{verb.prefix}|{verb.base}" if verb.prefix else verb.base
    own = f"zich {separable}" if verb.reflexive else separable
    return " ".join([own, *verb.with_])


ROWS = sorted(verbs(), key=_name)


@cache
def _sentences() -> dict[str, Span]:
    """All examples, parsed in one go as paragraphs of one letter."""
    examples = [verb.example for verb in ROWS]
    doc = parse_text("\n".join(examples))
    found: dict[str, Span] = {}
    start = 0
    for example in examples:
        span = doc.char_span(start, start + len(example))
        if span is not None:
            found[example] = span
        start += len(example) + 1
    return found


def _reached(sentence: Span) -> list[Verb]:
    found = [p.verb for p in predications(sentence) if p.verb is not None]
    for token in sentence:
        verb = find_verb(token, sentence) if token.pos_ in {"VERB", "AUX"} else None
        if verb is not None:
            found.append(verb)
    return found


@pytest.mark.parametrize("verb", ROWS, ids=_name)
def test_a_verb_is_found_in_its_example(verb: Verb) -> None:
    assert verb.example, "the row has no example sentence"
    reached = _reached(_sentences()[verb.example])
    assert verb in reached, f"found instead: {sorted({_name(other) for other in reached})}"


def test_the_verbs_are_all_there() -> None:
    assert len(ROWS) >= 500


def test_no_row_hides_another() -> None:
    """Of two rows with the same verb and the same words only the first would ever be found."""
    assert [name for name, times in Counter(map(_name, ROWS)).items() if times > 1] == []


def test_no_example_serves_two_rows() -> None:
    examples = Counter(verb.example for verb in ROWS)
    assert [example for example, times in examples.items() if times > 1] == []


def test_senses_are_a_closed_set() -> None:
    assert {verb.sense for verb in ROWS} == SENSES


def test_examples_are_whole_sentences_of_one_length() -> None:
    odd = [
        verb.example
        for verb in ROWS
        if not (verb.example[:1].isupper() and verb.example.endswith("."))
        or not 4 <= len(verb.example.split()) <= 18
    ]
    assert odd == []


def test_every_column_is_filled_as_the_loader_reads_it() -> None:
    with VERBS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(ROWS)
    for row in rows:
        assert list(row) == ["infinitive", "forms", "with", "sense", "example"]
        assert all(value == value.strip() for value in row.values()), row


def test_irregular_forms_written_once_hold_for_every_row_of_the_verb() -> None:
    of_nemen = [verb for verb in ROWS if verb.base == "nemen"]
    assert len(of_nemen) > 5
    assert all({"nam", "namen", "genomen"} <= verb.forms for verb in of_nemen)


SEPARATED = {
    "Nederland riep de Venezolaanse regering op de gevangenen vrij te laten.": "oproepen",
    "In Parijs spoorde ik de bondgenoten aan meer toestellen te leveren.": "aansporen",
    "In Londen maakte Nederland bekend extra luchtafweer te leveren.": "bekendmaken",
    "Daarbij valt op dat kleine gemeenten sneller beslissen.": "opvallen",
    "Na overleg met Parijs gaat Nederland over tot kwijtschelding.": "overgaan",
    "Nederland zet zich in Genève in voor een verbod op clustermunitie.": "inzetten",
}


@pytest.mark.parametrize(("sentence", "infinitive"), SEPARATED.items())
def test_a_separated_verb_is_put_together(sentence: str, infinitive: str) -> None:
    doc = parse_text(sentence)
    assert infinitive in {verb.infinitive for verb in _reached(doc[:])}


def test_the_possessive_in_ons_land_makes_no_verb_reflexive() -> None:
    doc = parse_text("Ons land zet twee fregatten in.")
    found = [verb for verb in _reached(doc[:]) if verb.infinitive == "inzetten"]
    assert found and not any(verb.reflexive for verb in found)


def test_a_verb_row_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ROWS[0].sense = "give"  # type: ignore[misc]


def test_the_guide_shows_every_sense_with_a_sentence_of_the_file() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "taal.md").read_text("utf-8")
    shown = re.findall(r"^\| `([a-z]+)` \| .+ \| ([A-Z].+\.) \|$", guide, re.MULTILINE)
    assert {sense for sense, _ in shown} == SENSES
    of = {verb.example: verb.sense for verb in ROWS}
    assert [(sense, text) for sense, text in shown if of.get(text) != sense] == []


def test_the_guide_names_every_file_of_words() -> None:
    """And tells which tables are learned, so that nobody corrects them by hand."""
    guide = (Path(__file__).parents[2] / "docs" / "taal.md").read_text("utf-8")
    here = VERBS.parents[1]
    files = [*here.rglob("*.toml"), *here.rglob("*.csv")]
    assert len(files) >= 14
    assert [file.name for file in files if f"{file.name}`" not in guide] == []
