"""Text files, with or without the marks of Markdown: lines as they stand."""

from kamergraaf.text.readers.content import Budget, Content
from kamergraaf.text.readers.decoding import decoded


def read_txt(data: bytes, budget: Budget) -> Content:
    """Return the text of a .txt file."""
    return Content("txt", decoded(data))


def read_md(data: bytes, budget: Budget) -> Content:
    """Return the text of a .md file."""
    return Content("md", decoded(data))
