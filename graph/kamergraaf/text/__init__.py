"""Stage text: files become letters, clean running text with sentences, facts and the way back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kamergraaf import iris, reference
from kamergraaf.errors import BadLetter
from kamergraaf.model import Letter, LetterFacts, SourceFile
from kamergraaf.text.clean import Cleaned, clean, source_span
from kamergraaf.text.facts import letter_facts
from kamergraaf.text.read import sources
from kamergraaf.text.sentences import split

__all__ = ["Cleaned", "clean", "letter", "letters", "source_span", "sources", "split"]


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
    cleaned = clean(source.text)
    facts = letter_facts(cleaned.text, cleaned.paragraphs, cleaned.running_heads)
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
    )


def _id(facts: LetterFacts, file_sha: str) -> str:
    dossier = facts.dossiers[0] if facts.dossiers else None
    day = facts.date.edtf if facts.date and facts.date.edtf.replace("-", "").isdigit() else None
    if day is None and facts.date:
        day = str(facts.date.earliest.year)
    post = next((one.post for one in facts.signatories if one.post), None)
    ministry = reference.posts()[post].ministry if post else None
    return iris.letter_iri(dossier, facts.number, day, ministry, file_sha)
