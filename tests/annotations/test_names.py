"""Names in sentences: what is marked is found with its id, and no other mission or country is."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args

import pytest
import spacy
from spacy.language import Language

from kamergraaf.annotations.names import find_entities
from kamergraaf.annotations.names.blocked import rules
from kamergraaf.annotations.names.links import key_of
from kamergraaf.annotations.names.missions import patterns
from kamergraaf.annotations.names.vocabulary import word_lists
from kamergraaf.iris import sha
from kamergraaf.model import (
    Entity,
    EntityKind,
    Letter,
    LetterFacts,
    Paragraph,
    ParagraphKind,
    Sentence,
)
from kamergraaf.reference.reading import moment
from kamergraaf.resources import resource

SENTENCES = Path(__file__).with_name("names_sentences.toml")
MARK = re.compile(r"<(/?)([a-z]+)((?: [^<> ]+)*)>")
EXACT = {"mission", "country"}


@dataclass(frozen=True)
class Mark:
    """What a sentence says must be found."""

    start: int
    end: int
    kind: str
    ids: frozenset[str]
    form: str | None


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """Return the plain text of a marked sentence and its marks."""
    opened: list[tuple[int, str, list[str]]] = []
    text, place, marks = "", 0, []
    for tag in MARK.finditer(marked):
        text += marked[place : tag.start()]
        place = tag.end()
        if tag[1]:
            start, kind, words = opened.pop()
            assert kind == tag[2], marked
            ids, form = frozenset(words[0].split(",")), words[1] if len(words) > 1 else None
            marks.append(Mark(start, len(text), kind, ids, form))
        else:
            assert tag[2] in get_args(EntityKind) and tag[3], marked
            opened.append((len(text), tag[2], tag[3].split()))
    text += marked[place:]
    assert not opened and not re.search(r"[<>]", text), marked
    return text, marks


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Return the Dutch pipeline."""
    return spacy.load(resource("corpus/pipeline"))


def letter_of(text: str, date: str | None = None) -> Letter:
    """Return a letter with one paragraph and one sentence a line; «# » begins a heading."""
    paragraphs, place, clean = [], 0, []
    for line in text.split("\n"):
        level = len(line) - len(line.lstrip("#"))
        words = line.lstrip("# ")
        kind: ParagraphKind = "heading" if level else "body"
        paragraphs.append(Paragraph(place, place + len(words), kind, level))
        clean.append(words)
        place += len(words) + 1
    body = "\n".join(clean)
    sentences = tuple(Sentence(p.start, p.end, n) for n, p in enumerate(paragraphs))
    facts = LetterFacts(date=moment(date) if date else None, date_source="stated")
    return Letter(
        id="https://w3id.org/kamergraaf/id/letter/test",
        file="test.txt",
        file_sha256=sha(text),
        text=body,
        text_sha256=sha(body),
        pieces=(),
        paragraphs=tuple(paragraphs),
        sentences=sentences,
        facts=facts,
    )


def find(text: str, date: str | None = None) -> tuple[Letter, tuple[Entity, ...]]:
    """Return the letter made of ``text`` and its entities."""
    letter = letter_of(text, date)
    return letter, find_entities(letter, pipeline()(letter.text))


def described(entity: Entity, form: bool) -> tuple[object, ...]:
    """Return what a mark says of an entity."""
    ids = frozenset(key_of(link) if link.known else "?" for link in entity.links)
    return entity.start, entity.end, entity.kind, ids, entity.form if form else None


def silent(entity: Entity) -> bool:
    """Tell whether a sentence need not mark this: the Netherlands, and capitals."""
    return entity.form == "capital" or any(link.id.endswith("/nld") for link in entity.links)


def check(marked: str, date: str | None = None) -> None:
    """Fail unless exactly the marked missions and countries, and all other marks, are found."""
    plain = "\n".join(re.sub(r"^#+ ", "", line) for line in marked.split("\n"))
    text, marks = read_marks(plain)
    headed = MARK.sub("", marked)
    letter, entities = find(headed, date)
    assert letter.text == text
    for entity in entities:
        assert letter.text[entity.start : entity.end] == entity.quote
    wanted = {(m.start, m.end, m.kind, m.ids, m.form) for m in marks}
    bare = {(m.start, m.end, m.kind): m.form is not None for m in marks}
    found = {
        described(e, bare.get((e.start, e.end, e.kind), False))
        for e in entities
        if e.kind in EXACT and not silent(e) or (e.start, e.end, e.kind) in bare
    }
    shown = {(letter.text[cast(int, e[0]) : cast(int, e[1])], *e[2:]) for e in found ^ wanted}
    assert found == wanted, shown


def of_lists() -> list[str]:
    """Return the example sentences of all data files of the component."""
    found = [example for words in word_lists().values() for example in words.examples]
    found += [example for rule in rules() for example in rule.examples]
    found += [
        example for section in patterns().values() for rule in section for example in rule.examples
    ]
    return found


def cases() -> list[dict[str, str]]:
    """Return the sentences of ``names_sentences.toml``."""
    return cast(list[dict[str, str]], tomllib.loads(SENTENCES.read_text("utf-8"))["sentence"])


@pytest.mark.parametrize("marked", of_lists())
def test_examples_of_the_data_files(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("case", cases(), ids=lambda case: cast(dict[str, str], case)["text"][:60])
def test_sentences(case: dict[str, str]) -> None:
    check(case["text"].strip(), case.get("date"))


def test_there_are_enough_sentences() -> None:
    assert len(of_lists()) >= 30
    assert len(cases()) >= 80


@pytest.mark.parametrize(
    "stray", ["<mission x>Atalanta", "Atalanta</mission>", "<land NLD>x</land>", "a < b"]
)
def test_a_stray_mark_is_an_error(stray: str) -> None:
    with pytest.raises((AssertionError, IndexError)):
        read_marks(stray)
