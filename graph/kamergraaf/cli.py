"""The command ``kamergraaf``: one verb for each thing that a user wants, in flow order.

Stages are imported inside the verbs, so that ``--help`` does not wait for spaCy and rdflib.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import click

from kamergraaf import __version__
from kamergraaf.errors import BadLetter, KamergraafError

LETTERS = Path("corpus/letters")
QUERY_FORMATS = ("table", "csv", "json", "tsv")
EXPORT_FORMATS = ("turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv")

# Whether a file may be read is found out where it is read, so that the other files go on.
ANY_PATH = click.Path(exists=True, readable=False, allow_dash=True, path_type=Path)
OUT_FILE = click.Path(dir_okay=False, path_type=Path)
graph_option = click.option(
    "--graph",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default="out",
    show_default=True,
    help="Where `kamergraaf build` wrote its graph.",
)
out_option = click.option(
    "--out", metavar="FILE", type=OUT_FILE, help="Write to FILE instead of standard output."
)


class Verbs(click.Group):
    """A group that keeps its verbs in order and shows our errors as one line with exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in flow order."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb."""
        try:
            return super().invoke(ctx)
        except KamergraafError as error:
            raise click.ClickException(" ".join(str(error).split())) from error


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kamergraaf")
def main() -> None:
    """Turn Dutch ministers' letters to parliament into a graph of commitments, each with its words.

    \b
    kamergraaf build corpus/letters --out out
    kamergraaf query --list
    """


class Skipped:
    """Says in one line why a file is left out, and remembers that there was one."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, bad: BadLetter) -> None:
        """Tell of one file on standard error."""
        self.count += 1
        click.echo(" ".join(str(bad).split()), err=True)


class Progress:
    """Counts letters in one line of a terminal; silent when standard error is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._count = 0

    def step(self, name: str) -> None:
        """Count one more letter."""
        self._count += 1
        if self._shown:
            click.echo(f"\r\033[K{self._count} {name}", err=True, nl=False)

    def clear(self) -> None:
        """Leave the line empty for what is said next."""
        if self._shown:
            click.echo("\r\033[K", err=True, nl=False)


@contextmanager
def output(out: Path | None) -> Iterator[Callable[[bytes], None]]:
    """Yield a function that writes: to standard output, or to a file that appears when complete.

    Raises ``KamergraafError`` when it cannot be written.
    """
    if out is None:
        yield lambda data: _put(data, sys.stdout.buffer, "standard output")
        return
    # Renaming onto a link or a device would replace it.
    target = Path(os.path.realpath(out))
    if target.exists() and not target.is_file():
        raise KamergraafError(f"{out}: not a regular file; choose another --out")
    new = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = new.open("wb")
    except OSError as error:
        raise _unwritable(str(out), error) from error
    try:
        with file:
            yield lambda data: _put(data, file, str(out))
        try:
            os.replace(new, target)
        except OSError as error:
            raise _unwritable(str(out), error) from error
    finally:
        new.unlink(missing_ok=True)


def _put(data: bytes, stream: BinaryIO, name: str) -> None:
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(name, error) from error


def _unwritable(name: str, error: OSError) -> KamergraafError:
    return KamergraafError(f"{name}: {error.strerror or error}; make room or choose another --out")


@main.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=ANY_PATH)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default="out",
    show_default=True,
    help="Where graph.trig, store/, site/ and report.json appear, all in one step.",
)
@click.pass_context
def build(ctx: click.Context, paths: tuple[Path, ...], out: Path) -> None:
    """Make graph, store and pages of letters.

    PATH is a file, a folder or - for standard input; corpus/letters when none is given.  A file that
    is no letter gets one line on standard error, the others are built, and the exit code is 1.

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
        built = pipeline.build(paths or _default_letters(), out, tell)
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


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=ANY_PATH)
@out_option
@click.pass_context
def extract(ctx: click.Context, paths: tuple[Path, ...], out: Path | None) -> None:
    """Print what each letter says, one JSON object a line.

    PATH is a file, a folder or - for standard input.

    \b
    kamergraaf extract corpus/letters/icoi-mali.txt
    kamergraaf extract - < letter.txt
    """
    from kamergraaf import extract as extraction

    skipped = Skipped()
    with output(out) as write:
        for line in extraction.lines(paths, skipped):
            write(f"{line}\n".encode())
    ctx.exit(1 if skipped.count else 0)


@main.command()
@click.argument(
    "directory",
    metavar="[DIR]",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="out",
)
@out_option
@click.pass_context
def check(ctx: click.Context, directory: Path, out: Path | None) -> None:
    """Check a build against the shapes of the ontology (SHACL).

    Prints one line for each violation, with letter and sentence; exit code 1 when there is one.

    \b
    kamergraaf check out
    """
    from kamergraaf.rdf.check import check_build

    conforms, lines = check_build(directory)
    said = [*lines, "conforms" if conforms else f"does not conform: {len(lines)} violations"]
    with output(out) as write:
        write("".join(f"{line}\n" for line in said).encode())
    ctx.exit(0 if conforms else 1)


@main.command()
@click.argument("question", metavar="NAME|FILE|SPARQL", required=False)
@click.option("--list", "listed", is_flag=True, help="List the named questions.")
@click.option(
    "--param", "params", metavar="NAME=VALUE", multiple=True, help="Narrow a named question."
)
@click.option(
    "--format", "form", type=click.Choice(QUERY_FORMATS), default="table", show_default=True
)
@graph_option
@out_option
def query(
    question: str | None,
    listed: bool,
    params: tuple[str, ...],
    form: str,
    graph: Path,
    out: Path | None,
) -> None:
    """Put a question to the graph: by name, file or SPARQL.

    \b
    kamergraaf query --list
    kamergraaf query ondertekenaars --param mission=MINUSMA --format csv
    kamergraaf query 'SELECT * { ?s ?p ?o } LIMIT 5'
    """
    from kamergraaf import queries

    if listed == bool(question):
        raise click.UsageError("Give a question, or --list to see the named ones.")
    if question is None:
        said = "".join(f"{_titled(each)}\n" for each in queries.named())
    else:
        given = _parameters(params)
        form_: Any = form
        if question == "-":
            question = sys.stdin.buffer.read().decode(errors="replace")
        said = queries.written(queries.run(question, given, graph), form_)
    with output(out) as write:
        write(said.encode())


def _titled(named: Any) -> str:
    params = "".join(
        f" [--param {shlex.quote(f'{each.name}={each.example}')}]" for each in named.parameters
    )
    return f"{named.name}{params}\n    {named.title_nl}\n    {named.title_en}"


def _parameters(params: tuple[str, ...]) -> dict[str, str]:
    given: dict[str, str] = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not name or not equals:
            raise click.UsageError(f"--param {param}: write NAME=VALUE, as in mission=MINUSMA.")
        given[name] = value
    return given


@main.command()
@click.option("--format", "form", type=click.Choice(EXPORT_FORMATS), required=True)
@graph_option
@out_option
def export(form: str, graph: Path, out: Path | None) -> None:
    """Write the graph in the format of another tool.

    \b
    kamergraaf export --format graphml --out commitments.graphml
    """
    from kamergraaf import store

    form_: Any = form
    data = store.export(graph, form_)
    with output(out) as write:
        write(data)


@main.command()
@click.option("--focus", metavar="IRI|NAME", help="Show what lies around this thing.")
@graph_option
@out_option
def view(focus: str | None, graph: Path, out: Path | None) -> None:
    """Write an interactive network page that needs no network.

    \b
    kamergraaf view --focus MINUSMA --out minusma.html
    """
    from kamergraaf import views

    page = views.page(graph, focus)
    with output(out) as write:
        write(page.encode())


@main.command()
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
@out_option
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: tuple[Path, ...],
    letters: Path | None,
    form: str,
    errors: Path | None,
    out: Path | None,
) -> None:
    """Score what is found against annotated letters.

    GOLD is a file or a folder with *.json; corpus/gold/SCHEMA.md has the form and the rules.

    \b
    kamergraaf evaluate corpus/gold --errors errors.html
    """
    from kamergraaf import evaluate as scorer
    from kamergraaf import extract as extraction

    if errors and errors.suffix not in (".html", ".txt"):
        raise click.UsageError(f"--errors {errors}: the name must end in .html or .txt.")
    skipped = Skipped()
    files = scorer.letter_files(gold, letters)
    found = [json.loads(line) for line in extraction.lines(files, skipped)]
    scores = scorer.score(scorer.read(gold), found)
    said = (
        scorer.table(scores)
        if form == "table"
        else json.dumps(scorer.as_json(scores), ensure_ascii=False, indent=2)
    )
    with output(out) as write:
        write(f"{said}\n".encode())
    if errors:
        page = scorer.as_html(scores) if errors.suffix == ".html" else scorer.as_text(scores)
        with output(errors) as write:
            write(page.encode())
    ctx.exit(1 if skipped.count else 0)
