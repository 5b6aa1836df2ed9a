"""The options that say how much is read before a file is given up, and whether scans are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from kamergraaf.source import LIMITS, Limits

_OPTIONS: tuple[tuple[str, str, type[int | float], float], ...] = (
    ("megabytes", "Largest file, in MB.", int, LIMITS.megabytes),
    ("pages", "Longest PDF, in pages.", int, LIMITS.pages),
    ("seconds", "Longest time for one file.", float, LIMITS.seconds),
    ("files", "Most files in one zip file.", int, LIMITS.files),
    ("unpacked", "All files of one zip file together, in MB.", int, LIMITS.unpacked),
)


def limit_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options ``--max-…`` and ``--ocr``; it gets them as one ``limits``."""

    @wraps(verb)
    def limited(*args: Any, **given: Any) -> Any:
        most = {name: given.pop(f"max_{name}") for name, *_ in _OPTIONS}
        limits = Limits(**most, ocr=given.pop("ocr"))
        return verb(*args, limits=limits, **given)

    found: Callable[..., Any] = click.option(
        "--ocr",
        is_flag=True,
        help="Read scanned pages of a PDF with Tesseract, some seconds a page.",
    )(limited)
    for name, said, kind, default in reversed(_OPTIONS):
        number = click.IntRange(min=1) if kind is int else click.FloatRange(min=0, min_open=True)
        found = click.option(
            f"--max-{name}", metavar="N", type=number, default=default, show_default=True, help=said
        )(found)
    return found
