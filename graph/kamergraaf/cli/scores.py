"""The verb that measures: evaluate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path, PurePath

import click

from kamergraaf.cli.dutch import pipeline_option
from kamergraaf.cli.telling import Skipped
from kamergraaf.cli.writing import OUT_FILE, out_option, output
from kamergraaf.errors import BadLetter

STATING = ("body", "bullet", "table-row", "footnote")
"""Paragraphs that can state something: no heads, headings and signatures."""


@click.command()
@click.argument(
    "gold", metavar="GOLD...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--letters",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the letters are; by default in `letters` beside the folder of GOLD.",
)
@click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True
)
@click.option(
    "--errors",
    metavar="FILE",
    type=OUT_FILE,
    help="Write every error, gold and found side by side, to FILE (.html or .txt).",
)
@click.option("--split", metavar="NAME", help="Only gold of this part: train, dev or test.")
@click.option(
    "--by",
    type=click.Choice(("letter", "phenomenon")),
    help="A line for each letter, or for each group of phenomena: what is found where it is hard.",
)
@click.option(
    "--rules",
    metavar="FILE",
    type=OUT_FILE,
    help="Write how often each rule was right to FILE (CSV), the source of confidence.",
)
@click.option(
    "--agreement",
    metavar="DIR",
    type=click.Path(exists=True, path_type=Path),
    help="Compare GOLD with a second annotation of the same letters instead: kappa and span F1.",
)
@pipeline_option
@out_option
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: tuple[Path, ...],
    letters: Path | None,
    form: str,
    errors: Path | None,
    split: str | None,
    by: str | None,
    rules: Path | None,
    agreement: Path | None,
    dutch: str | None,
    out: Path | None,
) -> None:
    """Score what is found against annotated letters.

    GOLD is a file or a folder with *.json; corpus/gold/SCHEMA.md has the form and the rules.
    Scored are commitments, each attribute, full facts, facts of the letter, names, references, meetings,
    links between letters, hard negatives taken and confidence, with 95 % intervals over letters.
    Links need all letters of a chain; --format json holds letters and phenomena too.

    \b
    kamergraaf evaluate corpus/gold --errors errors.html
    kamergraaf evaluate corpus/written/gold --split dev --by phenomenon
    kamergraaf evaluate corpus/gold/passes/one --agreement corpus/gold/passes/two --letters corpus/letters
    """
    from kamergraaf import evaluate as scorer
    from kamergraaf import extract as extraction

    if by and (form == "json" or agreement):
        raise click.UsageError("--by chooses a table; --format json holds every line already.")
    if errors and errors.suffix not in (".html", ".txt"):
        raise click.UsageError(f"--errors {errors}: the name must end in .html or .txt.")
    skipped = Skipped()
    chosen = scorer.files(gold, split)
    files = scorer.letter_files(chosen, letters)
    if agreement:
        with output(out) as write:
            write(f"{_agreement(chosen, agreement, files)}\n".encode())
        return
    found = [json.loads(line) for line in extraction.lines(files, skipped, dutch=dutch)]
    scores = scorer.score(scorer.read(chosen), found)
    tables = {"letter": scorer.letter_table, "phenomenon": scorer.phenomenon_table}
    said = (
        tables.get(by or "", scorer.table)(scores)
        if form == "table"
        else json.dumps(scorer.as_json(scores), ensure_ascii=False, indent=2)
    )
    with output(out) as write:
        write(f"{said}\n".encode())
    if errors:
        page = scorer.as_html(scores) if errors.suffix == ".html" else scorer.as_text(scores)
        with output(errors) as write:
            write(page.encode())
    if rules:
        counts = scorer.rule_counts(scores)
        lines = [f"{rule},{right},{of}\n" for rule, (right, of) in counts.items()]
        with output(rules) as write:
            write("".join(["rule,right,found\n", *lines]).encode())
    ctx.exit(1 if skipped.count else 0)


def _agreement(gold: Sequence[Path], other: Path, files: Sequence[Path]) -> str:
    """Return the table of how far two annotations of the same letters agree."""
    from kamergraaf import evaluate as scorer
    from kamergraaf import text

    sentences: dict[str, list[str]] = {}
    for letter in text.letters(files):
        if isinstance(letter, BadLetter):
            raise letter
        sentences[PurePath(letter.file).name] = [
            letter.text[each.start : each.end]
            for each in letter.sentences
            if letter.paragraphs[each.paragraph].kind in STATING
        ]
    return scorer.agreement_table(
        scorer.agree_all(scorer.read(gold), scorer.read([other]), sentences)
    )
