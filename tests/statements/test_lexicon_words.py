"""Phrases, nouns, actors and occasions: every entry is reached by its own example sentence."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

import kamergraaf.statements
from kamergraaf.annotations import annotate
from kamergraaf.iris import sha
from kamergraaf.model import Kind, Letter, LetterFacts, MeetingForm, Paragraph, Sentence
from kamergraaf.statements.actors import Actor, actor
from kamergraaf.statements.clauses import predications
from kamergraaf.statements.commitments.phrases import PhraseName, is_paper, noun_kinds, search
from kamergraaf.statements.context import Context
from kamergraaf.statements.meetings.occasions import occasions

HERE = Path(kamergraaf.statements.__file__).parent


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))


PHRASES = [(name, row) for name, rows in _read("commitments/phrases.toml").items() for row in rows]
NOUNS = sorted(_read("commitments/nouns.toml").items())
ACTORS = _read("commitments/actors.toml")
OCCASIONS = _read("meetings/occasions.toml")["gelegenheid"]
PARTIES = [
    *(("dutch", row) for row in ACTORS["actor"]),
    ("dutch", ACTORS["bewindspersoon"]),
    ("contribution", ACTORS["bijdrage"]),
    ("foreign", ACTORS["ander"]),
]
SPACED = {"ons land"}
"""Words of more than one token that ``actors`` knows how to read."""


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w&.'’-]*\w", text.lower()))


# ------------------------------------------------------------------------------------- phrases
@pytest.mark.parametrize(("name", "row"), PHRASES, ids=[f"{n}: {r['patroon']}" for n, r in PHRASES])
def test_a_pattern_fits_its_example(name: PhraseName, row: dict[str, str]) -> None:
    text = row["voorbeeld"].lower()
    assert re.search(row["patroon"], text)
    assert search(name, text)


def test_a_pattern_is_written_in_small_letters() -> None:
    odd = [r["patroon"] for _, r in PHRASES if re.search(r"(?<!\\)[A-Z]", r["patroon"])]
    assert odd == [], "the text is lower-cased before it is searched"


def test_the_phrases_are_all_there() -> None:
    assert {name for name, _ in PHRASES} == set(get_args(PhraseName))
    assert len(PHRASES) >= 60


def test_no_pattern_is_written_twice() -> None:
    patterns = [(name, row["patroon"]) for name, row in PHRASES]
    assert len(patterns) == len(set(patterns))


# --------------------------------------------------------------------------------------- nouns
@pytest.mark.parametrize(("kind", "row"), NOUNS, ids=[kind for kind, _ in NOUNS])
def test_a_list_of_nouns_holds_a_word_of_its_example(kind: Kind, row: dict[str, Any]) -> None:
    assert kind in get_args(Kind)
    assert any(kind in noun_kinds(word) for word in _words(row["voorbeeld"]))


def test_a_paper_stands_in_the_example_of_papers() -> None:
    papers = _read("commitments/papers.toml")
    assert any(map(is_paper, _words(papers["voorbeeld"])))
    assert all(map(is_paper, papers["woorden"]))


@pytest.mark.parametrize(("kind", "row"), NOUNS, ids=[kind for kind, _ in NOUNS])
def test_every_noun_points_to_its_kind(kind: Kind, row: dict[str, Any]) -> None:
    assert [word for word in row["woorden"] if kind not in noun_kinds(word)] == []
    assert [word for word in row["woorden"] if " " in word] == [], "one word an entry"
    assert len(row["woorden"]) == len(set(row["woorden"]))


def test_the_nouns_are_all_there() -> None:
    assert len(NOUNS) >= 9
    assert sum(len(row["woorden"]) for _, row in NOUNS) >= 200


# -------------------------------------------------------------------------------------- actors
def _context(lines: list[str]) -> Context:
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    ends = [start + len(line) for start, line in zip(starts, lines, strict=True)]
    places = list(zip(starts, ends, strict=True))
    letter = Letter(
        id="https://w3id.org/kamergraaf/id/letter/test",
        file="test.txt",
        file_sha256=sha(text),
        text=text,
        text_sha256=sha(text),
        pieces=(),
        paragraphs=tuple(Paragraph(start, end, "body", 0) for start, end in places),
        sentences=tuple(Sentence(start, end, n) for n, (start, end) in enumerate(places)),
        facts=LetterFacts(),
    )
    return Context(annotate(letter))


@cache
def _who() -> dict[str, list[tuple[str, Actor]]]:
    """Of each example the subjects of its clauses, in the words of the letter, and who they are."""
    examples = [row["voorbeeld"] for _, row in PARTIES]
    context = _context(examples)
    found: dict[str, list[tuple[str, Actor]]] = {}
    for example, sentence in zip(examples, context.letter.sentences, strict=True):
        span = context.span(sentence)
        assert span is not None
        subjects = [p.agent or p.subject for p in predications(span)]
        found[example] = [
            (" ".join(t.text for t in subject.subtree), actor(subject, context))
            for subject in subjects
            if subject is not None
        ]
    return found


@pytest.mark.parametrize(("party", "row"), PARTIES, ids=[r["woorden"][0] for _, r in PARTIES])
def test_the_subject_of_an_example_is_of_the_right_party(party: str, row: dict[str, Any]) -> None:
    listed = {word.lower() for word in row["woorden"]}
    subject, who = _who()[row["voorbeeld"]][0]
    assert any(re.search(rf"\b{re.escape(word)}\b", subject.lower()) for word in listed)
    assert who.party == party


def test_the_actors_are_all_there() -> None:
    assert len(PARTIES) >= 13


def test_a_word_for_an_actor_is_one_word() -> None:
    """A subject is looked up by its head: an entry of more words would never be found."""
    spaced = {word for _, row in PARTIES for word in row["woorden"] if " " in word}
    assert spaced <= SPACED


# ----------------------------------------------------------------------------------- occasions
@pytest.mark.parametrize("number", range(len(OCCASIONS)), ids=[r["vorm"] for r in OCCASIONS])
def test_an_occasion_is_found_in_its_example(number: int) -> None:
    row = OCCASIONS[number]
    assert row["vorm"] in get_args(MeetingForm)
    text = row["voorbeeld"].lower()
    first = next(o for o in occasions() if o.pattern.search(text))
    assert first is occasions()[number]
    assert first.form == row["vorm"] and first.parliament is bool(row.get("parlement"))


@pytest.mark.parametrize("number", range(len(OCCASIONS)), ids=[r["vorm"] for r in OCCASIONS])
def test_every_word_for_an_occasion_is_found(number: int) -> None:
    words = OCCASIONS[number]["woorden"]
    found = occasions()[number].pattern
    assert [word for word in words if not found.search(f"in de {word} van mei")] == []


def test_the_occasions_are_all_there() -> None:
    assert {row["vorm"] for row in OCCASIONS} == set(get_args(MeetingForm))
