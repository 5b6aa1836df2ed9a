"""A page or XML file as a tree of elements whose texts know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kamergraaf.source import Run
from kamergraaf.text.readers.content import Budget, Unreadable

DEEPEST = 100
"""Elements within elements; a letter has ten levels, a web page forty."""
MOST = 500_000
"""Elements and texts together; a letter has some hundreds, a web page some thousands."""
_EACH = 1000


def count(number: int, budget: Budget) -> None:
    """Raise ``Unreadable`` when this is one element or text too many, or the time is over."""
    if number > MOST:
        raise Unreadable(f"more than {MOST} elements; no letter has so many, leave it out")
    if number % _EACH == 0:
        budget.spend()


@dataclass(slots=True)
class Node:
    """An element with its attributes and, in order, its elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | Run] = field(default_factory=list)

    def elements(self) -> Iterator[Node]:
        """Yield the elements directly in it."""
        return (child for child in self.children if isinstance(child, Node))

    def below(self) -> Iterator[Node]:
        """Yield itself and every element in it, in document order."""
        yield self
        for child in self.elements():
            yield from child.below()

    def first(self, tag: str) -> Node | None:
        """Return the first element with this tag that is directly in it."""
        return next((child for child in self.elements() if child.tag == tag), None)

    def runs(self) -> Iterator[Run]:
        """Yield every text in it, in document order."""
        for child in self.children:
            if isinstance(child, Run):
                yield child
            else:
                yield from child.runs()

    def text(self) -> str:
        """Return its text with single spaces."""
        return " ".join("".join(run.text for run in self.runs()).split())
