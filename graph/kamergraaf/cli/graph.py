"""The verbs that read a published graph: check, query, export and view."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import click

from kamergraaf.cli.writing import out_option, output

QUERY_FORMATS = ("table", "csv", "json", "tsv")
EXPORT_FORMATS = ("turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv")

graph_option = click.option(
    "--graph",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default="out",
    show_default=True,
    help="Where `kamergraaf build` wrote its graph.",
)


@click.command()
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


@click.command()
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


@click.command()
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


@click.command()
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
