"""Errors that a user sees: one line each, with what is wrong, where, and the remedy."""


class KamergraafError(Exception):
    """Base of all errors that kamergraaf raises on purpose; ``str()`` is the line to show."""


class ResourceMissing(KamergraafError):
    """A file that travels with the package is not where it should be."""


class BadLetter(KamergraafError):
    """A file is not a letter that can be read; the other files go on.

    ``command`` mends it as typed here; it holds a path, so it is shown but stands in no report.
    """

    def __init__(self, file: str, reason: str, command: str = "") -> None:
        super().__init__(f"{file}: {reason}: {command}" if command else f"{file}: {reason}")
        self.file = file
        self.reason = reason
        self.command = command


class OtherPaper(BadLetter):
    """A file is a paper of parliament, but no letter; ``kind`` is its kind, in Dutch."""

    def __init__(self, file: str, kind: str, name: str) -> None:
        super().__init__(
            file, f"no letter but {name} ({kind}); not read for promises, leave it out"
        )
        self.kind = kind


class SameLetter(BadLetter):
    """A file holds a letter that is read already, from the file ``first``; ``number`` is its own."""

    def __init__(self, file: str, first: str, number: str | None = None) -> None:
        remedy = f"that one gets the number {number} too" if number else "leave one out"
        super().__init__(file, f"the same letter as {first}; {remedy}")
        self.first = first
        self.number = number


class SameNumber(BadLetter):
    """A file holds another letter than ``first`` under its number: a corrected print, or a slip."""

    def __init__(self, file: str, first: str) -> None:
        super().__init__(
            file,
            f"has the number of {first} but other words; correct the number in its head, or leave one out",
        )


class BadData(KamergraafError):
    """Reference data, rules, gold or a store do not have the form that is specified for them."""


class BadQuery(KamergraafError):
    """A question that is not understood, not allowed, or not answered in time."""
