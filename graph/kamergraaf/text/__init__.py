"""Stage text: files become letters, clean running text with sentences, facts and the way back."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from kamergraaf import iris, reference
from kamergraaf.errors import BadLetter
from kamergraaf.model import Letter, LetterFacts
from kamergraaf.source import Place, SourceFile
from kamergraaf.text.clean import Cleaned, clean, source_span
from kamergraaf.text.clean import cleaned as clean_source
from kamergraaf.text.facts import letter_facts
from kamergraaf.text.read import sources
from kamergraaf.text.sentences import split

__all__ = [
    "Cleaned",
    "clean",
    "letter",
    "letters",
    "place",
    "recognised",
    "source_span",
    "sources",
    "split",
]


def letters(paths: Sequence[Path | str]) -> Iterator[Letter | BadLetter]:
    """Yield each letter under these files and directories, and why a file is none.

    ``sources`` says what is read.
    """
    for source in sources(paths):
        yield source if isinstance(source, BadLetter) else letter(source)


def letter(source: SourceFile) -> Letter:
    """Return the letter of a source text: clean text, paragraphs, sentences, facts and its IRI.

    >>> one = letter(SourceFile("brief.txt", "0" * 64, "Nederland levert een bij-\\ndrage."))
    >>> one.text, one.id.rsplit("/", 1)[1]
    ('Nederland levert een bijdrage.', 'ongedateerd-onbekend-00000000')
    """
    cleaned = clean_source(source)
    facts = letter_facts(cleaned.text, cleaned.paragraphs, cleaned.running_heads, source.metadata)
    return Letter(
        id=_id(facts, source.sha256),
        file=source.name,
        file_sha256=source.sha256,
        text=cleaned.text,
        text_sha256=iris.sha(cleaned.text),
        pieces=cleaned.pieces,
        paragraphs=cleaned.paragraphs,
        sentences=split(cleaned.text, cleaned.paragraphs),
        facts=facts,
        form=source.form,
        places=source.places,
    )


def place(letter: Letter, offset: int) -> Place | None:
    """Return the page or element where this offset of the clean text stands, None in a text file.

    >>> pages = (Place(0, page=1), Place(9, page=2))
    >>> text = "Een dag.\\fTwee dagen."
    >>> one = letter(SourceFile("b.pdf", "0" * 64, text, "pdf", places=pages))
    >>> [place(one, one.text.find(word)).page for word in ("dag", "dagen")]
    [1, 2]
    """
    start, _ = source_span(letter.pieces, offset, offset + 1)
    at = bisect_right(letter.places, start, key=lambda one: one.start)
    return letter.places[at - 1] if at else None


def recognised(letter: Letter, start: int, end: int) -> bool:
    """Tell whether some of this stretch of the clean text was read from a picture of the page (OCR)."""
    first, last = source_span(letter.pieces, start, end)
    low = max(bisect_right(letter.places, first, key=lambda one: one.start) - 1, 0)
    high = bisect_right(letter.places, max(first, last - 1), key=lambda one: one.start)
    return any(one.ocr for one in letter.places[low:high])


def _id(facts: LetterFacts, file_sha: str) -> str:
    dossier = facts.dossiers[0] if facts.dossiers else None
    day = facts.date.edtf if facts.date and facts.date.edtf.replace("-", "").isdigit() else None
    if day is None and facts.date:
        day = str(facts.date.earliest.year)
    post = next((one.post for one in facts.signatories if one.post), None)
    ministry = reference.posts()[post].ministry if post else None
    return iris.letter_iri(dossier, facts.number, day, ministry, file_sha)
