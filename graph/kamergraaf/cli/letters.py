"""The verbs that read letters: build and extract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kamergraaf.cli.dutch import pipeline_option
from kamergraaf.cli.limits import limit_options
from kamergraaf.cli.telling import Progress, Skipped
from kamergraaf.cli.writing import out_option, output
from kamergraaf.errors import BadLetter
from kamergraaf.source import Limits

LETTERS = Path("corpus/letters")
# Whether a file may be read is found out where it is read, so that the other files go on.
ANY_PATH = click.Path(exists=True, readable=False, allow_dash=True, path_type=Path)


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=ANY_PATH)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default="out",
    show_default=True,
    help="Where graph.trig, store/, site/ and report.json appear, all in one step.",
)
@pipeline_option
@limit_options
@click.pass_context
def build(
    ctx: click.Context, paths: tuple[Path, ...], out: Path, dutch: str | None, limits: Limits
) -> None:
    """Make graph, store and pages of letters.

    PATH is a file (txt, md, html, xml, docx, pdf or a zip file with these), a folder or - for standard
    input; corpus/letters when none is given.  A file that is no letter gets one line on standard error,
    the others are built, and the exit code is 1.

    \b
    kamergraaf build corpus/letters --out out
    """
    from kamergraaf import pipeline

    skipped, progress = Skipped(), Progress()

    def tell(found: Any) -> None:
        if isinstance(found, BadLetter):
            progress.clear()
            skipped(found)
        else:
            progress.step(found.letter.file)

    try:
        built = pipeline.build(paths or _default_letters(), out, tell, limits, dutch)
    finally:
        progress.clear()
    report = pipeline.report(built.letters, built.skipped)
    kinds = ", ".join(f"{n} {kind}" for kind, n in report["commitments"].items())
    click.echo(f"{len(built.letters)} letters, {report['meetings']} meetings")
    click.echo(f"{sum(report['commitments'].values())} commitments: {kinds or 'none'}")
    click.echo(f"graph {out / 'graph.trig'}, page {out / 'site' / 'index.html'}")
    ctx.exit(1 if skipped.count else 0)


def _default_letters() -> tuple[Path]:
    if not LETTERS.is_dir():
        raise click.UsageError(f"No {LETTERS} here: name the files or folders with letters.")
    return (LETTERS,)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=ANY_PATH)
@out_option
@pipeline_option
@limit_options
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[Path, ...],
    out: Path | None,
    dutch: str | None,
    limits: Limits,
) -> None:
    """Print what each letter says, one JSON object a line.

    PATH is a file (txt, md, html, xml, docx, pdf or a zip file with these), a folder or - for standard
    input.

    \b
    kamergraaf extract corpus/letters
    kamergraaf extract - < letter.txt
    """
    from kamergraaf import extract as extraction

    skipped = Skipped()
    with output(out) as write:
        for line in extraction.lines(paths, skipped, limits, dutch):
            write(f"{line}\n".encode())
    ctx.exit(1 if skipped.count else 0)
