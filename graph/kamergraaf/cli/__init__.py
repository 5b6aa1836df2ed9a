"""The command ``kamergraaf``: one verb for each thing that a user wants, in flow order.

Stages are imported inside the verbs, so that ``--help`` does not wait for spaCy and rdflib.
"""

import click

from kamergraaf import __version__
from kamergraaf.cli.graph import check, export, query, view
from kamergraaf.cli.group import Verbs
from kamergraaf.cli.letters import build, extract
from kamergraaf.cli.scores import evaluate

__all__ = ["main"]


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kamergraaf")
def main() -> None:
    """Turn Dutch ministers' letters to parliament into a graph of commitments, each with its words.

    \b
    kamergraaf build corpus/letters --out out
    kamergraaf query --list
    """


for verb in (build, extract, check, query, export, view, evaluate):
    main.add_command(verb)
