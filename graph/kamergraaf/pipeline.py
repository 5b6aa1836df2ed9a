"""From letter files to a published graph: each function is an arrow of the picture in the README.

letter file ─ text ─ annotations ─ statements ─ rdf ─ store ─ views
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kamergraaf import __version__
from kamergraaf.errors import BadLetter, KamergraafError, OtherPaper, SameLetter, SameNumber
from kamergraaf.model import Statements
from kamergraaf.resources import resource
from kamergraaf.source import LIMITS, Limits, SourceFile


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found and where it lies; ``skipped`` are the files that are no letters."""

    folder: Path
    letters: tuple[Statements, ...]
    skipped: tuple[BadLetter, ...]


def read(paths: Sequence[Path], limits: Limits = LIMITS) -> Iterator[SourceFile | BadLetter]:
    """Yield each file under ``paths`` (``-`` is standard input), or why it cannot be read."""
    from kamergraaf import text

    return text.sources(paths, limits)


def find(source: SourceFile, dutch: str | None = None) -> Statements:
    """Return what one file states: clean text, annotations, statements.

    ``dutch`` names an installed spaCy pipeline to take instead of our own.
    Raises ``BadLetter`` when it is no letter in Dutch.
    """
    from kamergraaf import annotations, statements, text

    return statements.find(annotations.annotate(text.letter(source), dutch))


def statements(
    paths: Sequence[Path], limits: Limits = LIMITS, dutch: str | None = None
) -> Iterator[Statements | BadLetter]:
    """Yield what each file states, or why it is left out; a letter is read once.

    The same letter again, by its running text, is a ``SameLetter``, another one under the same number
    a ``SameNumber``.
    """
    from kamergraaf.text import same

    seen: dict[str, tuple[str, str | None]] = {}
    for source in read(paths, limits):
        if isinstance(source, BadLetter):
            yield source
            continue
        try:
            found = find(source, dutch)
        except BadLetter as bad:
            yield bad
            continue
        letter, number, key = found.letter, same.number(found.letter), same.body_key(found.letter)
        if first := seen.get(key or "") or (seen.get(letter.id) if key is None else None):
            file, known = first
            yield SameLetter(letter.file, file, None if number == known else number)
            continue
        if letter.id in seen:
            yield SameNumber(letter.file, seen[letter.id][0])
            continue
        seen |= {name: (letter.file, number) for name in (letter.id, key) if name}
        yield found


def build(
    paths: Sequence[Path],
    out: Path,
    progress: Callable[[Statements | BadLetter], None] = lambda found: None,
    limits: Limits = LIMITS,
    dutch: str | None = None,
) -> Build:
    """Build graph, store, site and report from letters and publish them in ``out`` in one step.

    ``progress`` is told of each letter.  Raises ``KamergraafError`` when no letter is left or ``out``
    cannot be written; what was published before then stays.
    """
    from kamergraaf import rdf, store, views

    letters: list[Statements] = []
    skipped: list[BadLetter] = []
    for found in statements(paths, limits, dutch):
        progress(found)
        if isinstance(found, BadLetter):
            skipped.append(found)
        else:
            letters.append(found)
    if not letters:
        raise KamergraafError(
            f"{out}: nothing published, as no letter was left; name files or folders with letters"
        )
    letters = _with_other_numbers(letters, skipped)
    letters.sort(key=lambda each: each.letter.id)
    skipped.sort(key=lambda each: (each.file, each.reason))
    folder = store.publish(rdf.dataset(letters), out, report(letters, skipped), views.write_site)
    return Build(folder, tuple(letters), tuple(skipped))


def _with_other_numbers(
    letters: Iterable[Statements], skipped: Iterable[BadLetter]
) -> list[Statements]:
    """Return the letters, each with the numbers that it has in files that were left out for it."""
    also: dict[str, set[str]] = {}
    for bad in skipped:
        if isinstance(bad, SameLetter) and bad.number:
            also.setdefault(bad.first, set()).add(bad.number)
    return [
        replace(each, letter=replace(each.letter, also=tuple(sorted(also[each.letter.file]))))
        if each.letter.file in also
        else each
        for each in letters
    ]


def report(letters: Iterable[Statements], skipped: Iterable[BadLetter]) -> dict[str, Any]:
    """Return what ``report.json`` holds: the same for the same letters, no clock and no path."""
    letters = list(letters)
    commitments = [each for found in letters for each in found.commitments]
    meta = json.loads(resource("corpus/pipeline/meta.json").read_text(encoding="utf-8"))
    return {
        "kamergraaf": __version__,
        "pipeline": f"{meta['lang']}_{meta['name']} {meta['version']}",
        "letters": [_counts(found) for found in letters],
        "skipped": [_left_out(bad) for bad in skipped],
        "commitments": dict(sorted(Counter(each.kind for each in commitments).items())),
        "vague": sum(each.vague for each in commitments),
        "meetings": sum(len(found.meetings) for found in letters),
    }


def _left_out(bad: BadLetter) -> dict[str, str]:
    kind = {"kind": bad.kind} if isinstance(bad, OtherPaper) else {}
    return {"file": bad.file, **kind, "reason": bad.reason}


def _counts(found: Statements) -> dict[str, Any]:
    letter = found.letter
    return {
        "id": letter.id,
        "file": letter.file,
        "file_sha256": letter.file_sha256,
        "text_sha256": letter.text_sha256,
        "sentences": len(letter.sentences),
        "missions": len(found.missions),
        "countries": len(found.countries),
        "organisations": len(found.organisations),
        "persons": len(found.persons),
        "commitments": sum(not each.vague for each in found.commitments),
        "vague": sum(each.vague for each in found.commitments),
        "meetings": len(found.meetings),
        "references": len({each.target for each in letter.facts.references}),
    }
