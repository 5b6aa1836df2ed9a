"""What is said on standard error: files left out, and progress on a terminal."""

from __future__ import annotations

import sys

import click

from kamergraaf.errors import BadLetter


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
