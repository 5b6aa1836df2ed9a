"""A letter written out in every form gives the same sentences, paragraphs and facts."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from kamergraaf.model import Letter
from kamergraaf.source import SourceFile
from kamergraaf.text import letter, place, sources
from kamergraaf.text.readers import Budget, read
from tests.text.readers.forms import FORMS, REFERENCE, blocks
from tests.text.readers.test_same_letter import TXT

LETTERS = Path(__file__).resolve().parents[3] / "corpus" / "letters"
NAMES = ("amnesty-sahel.txt", "veiligheidsinzet-sahel.txt", "klein.md")


@cache
def plain(name: str) -> Letter:
    if name == "klein.md":
        text = TXT.replace("Het kabinet heeft", "Geachte voorzitter,\n\nHet kabinet heeft", 1)
        return letter(SourceFile(name, "0" * 64, text, "md"))
    [source] = sources([LETTERS / name])
    assert isinstance(source, SourceFile)
    return letter(source)


@cache
def formed(name: str, form: str) -> Letter:
    content = read(form, FORMS[form](blocks(plain(name))), Budget())
    return letter(
        SourceFile(
            form, "0" * 64, content.text, content.form, content.parts, content.places, content.metadata
        )
    )  # fmt: skip


def sentences(one: Letter, kinds: tuple[str, ...]) -> list[str]:
    spans = [(part.start, part.end) for part in one.paragraphs if part.kind in kinds]
    return [
        one.text[each.start : each.end]
        for each in one.sentences
        if any(start <= each.start < end for start, end in spans)
    ]


RUNNING = ("body", "bullet", "table-row", "footnote", "signature", "heading")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_the_sentences_are_those_of_the_plain_letter(name: str, form: str) -> None:
    expected = sentences(plain(name), RUNNING)
    assert len(expected) >= 8
    assert sentences(formed(name, form), RUNNING) == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_the_kinds_of_paragraphs_are_kept(name: str, form: str) -> None:
    def kinds(one: Letter) -> list[tuple[str, str]]:
        found = ((part.kind, one.text[part.start : part.end]) for part in one.paragraphs)
        return [each for each in found if each[0] != "head"]

    assert kinds(formed(name, form)) == kinds(plain(name))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_the_facts_are_those_of_the_plain_letter(name: str, form: str) -> None:
    one, other = formed(name, form).facts, plain(name).facts
    for fact in ("dossiers", "number", "date", "date_source", "chamber", "signatories"):
        assert getattr(one, fact) == getattr(other, fact), fact
    assert [each.target for each in one.references] == [each.target for each in other.references]


def test_every_sentence_of_a_pdf_has_its_page() -> None:
    one = formed("veiligheidsinzet-sahel.txt", "brief.pdf")
    pages = [found.page for each in one.sentences if (found := place(one, each.start))]
    assert len(pages) == len(one.sentences)
    body = [page for page in pages if page]
    assert body[0] == 1 and max(body) >= 10
    # Footnotes stand last in the text but on the page of their mark.
    assert sum(a > b for a, b in pairwise(body)) == 1


def test_every_paragraph_of_a_word_document_has_its_element() -> None:
    one = formed("klein.md", "brief.docx")
    paths = [found.element for part in one.paragraphs if (found := place(one, part.start))]
    assert len(paths) == len(one.paragraphs) == len(set(paths)) + one.text.count(" | ") // 2 - 3
    assert paths[0] == "/w:body/w:p[1]" and paths[-1] == "/w:footnotes/w:footnote[2]/w:p[1]"


def test_the_letterhead_of_a_pdf_stays_and_its_page_heads_go() -> None:
    one = formed("amnesty-sahel.txt", "brief.pdf")
    assert one.text.count(REFERENCE) == 1
    assert "Pagina" not in one.text
