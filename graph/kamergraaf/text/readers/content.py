"""What every reader gives, what it raises, and the time it has."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kamergraaf.source import LIMITS, Form, Limits, Part, Place

LONGEST = 5_000_000
"""The longest text that is read, in characters; a letter of a hundred pages has a tenth of that."""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a file; the fields are those of ``SourceFile``."""

    form: Form
    text: str
    parts: tuple[Part, ...] | None = None
    places: tuple[Place, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()


class Unreadable(Exception):
    """A file cannot be read: why and what to do, and the command that mends it.

    ``{path}`` in the command stands for the file as it was named.
    """

    def __init__(self, reason: str, command: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.command = command


@dataclass(slots=True)
class Budget:
    """What may still be spent on one file; readers call ``spend`` as they go."""

    limits: Limits = LIMITS
    started: float = field(default_factory=time.monotonic)

    def spend(self) -> None:
        """Raise ``Unreadable`` when the time for this file is over."""
        if time.monotonic() - self.started > self.limits.seconds:
            raise Unreadable(
                f"not read within {self.limits.seconds:g} seconds; raise --max-seconds or leave it out"
            )

    def left(self) -> float:
        """Return the seconds that are left, more than none.  Raises ``Unreadable`` like ``spend``."""
        self.spend()
        return max(self.started + self.limits.seconds - time.monotonic(), 0.01)

    def page(self, number: int) -> None:
        """Raise ``Unreadable`` when a PDF has a page of this number (from 1) but must not."""
        self.spend()
        if number > self.limits.pages:
            raise Unreadable(
                f"more than {self.limits.pages} pages; raise --max-pages or leave it out"
            )


Reader = Callable[[bytes, Budget], Content]


@contextmanager
def extra(form: str, name: str = "formats") -> Iterator[None]:
    """Say which extra to install when the library for a form cannot be imported."""
    try:
        yield
    except ImportError as error:
        raise Unreadable(
            f"a {form} file, and what reads it is not installed; install it first",
            f'pip install "kamergraaf[{name}]"',
        ) from error
