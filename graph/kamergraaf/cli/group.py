"""The group that the verbs belong to."""

from __future__ import annotations

from typing import Any

import click

from kamergraaf.errors import KamergraafError


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
