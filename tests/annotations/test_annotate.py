import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from kamergraaf import text
from kamergraaf.annotations import annotate
from kamergraaf.annotations.language import sentence_span
from kamergraaf.model import AnnotatedLetter
from kamergraaf.source import SourceFile

CORPUS = Path(__file__).parents[2] / "corpus"
LETTERS = sorted((CORPUS / "letters").glob("*.txt"))
GOLD = sorted((CORPUS / "gold").glob("*.json"))


@lru_cache(maxsize=8)
def annotated(stem: str) -> AnnotatedLetter:
    (source,) = text.sources([CORPUS / "letters" / f"{stem}.txt"])
    assert isinstance(source, SourceFile)
    return annotate(text.letter(source))


def test_the_corpus_is_there() -> None:
    assert len(LETTERS) >= 5
    assert len(GOLD) >= 3


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
def test_everything_found_stands_at_its_offsets_and_in_order(path: Path) -> None:
    found = annotated(path.stem)
    whole = found.letter.text
    assert found.doc.text == whole
    for things in (found.entities, found.amounts, found.headcounts, found.times):
        assert all(whole[thing.start : thing.end] == thing.quote for thing in things)
    for things in (found.amounts, found.headcounts):
        starts = [thing.start for thing in things]
        assert starts == sorted(set(starts))


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
def test_the_sentences_of_the_parse_are_those_of_the_letter(path: Path) -> None:
    found = annotated(path.stem)
    for sentence in found.letter.sentences:
        span = sentence_span(found.doc, sentence)
        assert [token.i for token in span if token.is_sent_start] == [span.start]
    assert not [token for token in found.doc if token.head.is_space and not token.is_space]


def terms(kind: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return letter, quote and term of every gold amount or number of people."""
    found = []
    for path in GOLD:
        for commitment in json.loads(path.read_text("utf-8"))["commitments"]:
            quote = re.sub(r"\s+", " ", commitment["quote"])
            found += [(path.stem, quote, term) for term in commitment.get(kind) or []]
    return found


def test_gold_has_terms() -> None:
    assert len(terms("amounts")) >= 7
    assert len(terms("personnel")) >= 12


@pytest.mark.parametrize(("stem", "quote", "term"), terms("amounts"))
def test_gold_amounts_are_found_in_their_quotes(
    stem: str, quote: str, term: dict[str, Any]
) -> None:
    found = annotated(stem)
    start = found.letter.text.index(quote)
    assert (term["value"], term["currency"], term.get("per")) in [
        (amount.value, amount.currency, amount.per)
        for amount in found.amounts
        if start <= amount.start and amount.end <= start + len(quote)
    ]


@pytest.mark.parametrize(("stem", "quote", "term"), terms("personnel"))
def test_gold_numbers_of_people_are_found_in_their_quotes(
    stem: str, quote: str, term: dict[str, Any]
) -> None:
    found = annotated(stem)
    start = found.letter.text.index(quote)
    assert (term["value"], term["qualifier"]) in [
        (count.value, count.qualifier)
        for count in found.headcounts
        if start <= count.start and count.end <= start + len(quote)
    ]
