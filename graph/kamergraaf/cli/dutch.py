"""The option that takes another Dutch pipeline than the one in the package."""

from __future__ import annotations

import click

pipeline_option = click.option(
    "--pipeline",
    "dutch",
    metavar="NAME",
    help="Take this installed spaCy pipeline, or the one in this folder, instead of our own.",
)
