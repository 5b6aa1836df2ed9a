"""Scanned pages of a PDF, read with Tesseract: only when asked for, and only where it is installed."""

import os
from collections.abc import Iterable
from functools import cache
from math import sqrt
from typing import Any

from kamergraaf.text.readers.content import Budget, Unreadable, extra

_LANGUAGE = "nld"
_INSTALL = "apt-get install tesseract-ocr tesseract-ocr-nld"
_DPI = 300
"""Tesseract's manual asks for at least this much."""
MOST_ON_PAGE = 40_000_000
"""Points of a page as it is drawn; A3 at 300 dpi has 17 million.  A larger page is drawn coarser."""
MOST_IN_PICTURE = 100_000_000
"""Points of a picture in the file; A3 at 600 dpi has 70 million."""


def recognised(page: Any, number: int, pictures: Iterable[Any], budget: Budget) -> bytes:
    """Return a PDF of one page of the same size, that has the words of this one as text layer.

    Raises ``Unreadable`` when Tesseract or its Dutch is missing, the time is over or it gives up.
    """
    with extra("scanned pdf", "ocr"):
        import pytesseract
    check(pytesseract)
    if any(width * height > MOST_IN_PICTURE for width, height in map(_size, pictures)):
        raise Unreadable(
            f"a scanned PDF with a picture of over {MOST_IN_PICTURE // 1_000_000} million points"
            f" on page {number}; scan it coarser"
        )
    width, height = page.get_size()
    scale = min(_DPI / 72, sqrt(MOST_ON_PAGE / max(width * height, 1)))
    image = page.render(scale=scale, grayscale=True).to_pil()
    budget.spend()
    # Its threads wait for each other: one is twice as fast where cores are few or taken.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    config = f"--dpi {max(round(72 * scale), 1)} -c textonly_pdf=1"
    try:
        found: bytes = pytesseract.image_to_pdf_or_hocr(
            image, lang=_LANGUAGE, config=config, extension="pdf", timeout=budget.left()
        )
    except RuntimeError as error:  # which is also what a timeout gives
        budget.spend()
        raise Unreadable(
            f"a scanned PDF of which page {number} cannot be recognised; leave it out"
        ) from error
    return found


@cache
def check(pytesseract: Any) -> None:
    """Raise ``Unreadable`` when Tesseract or its Dutch is not installed."""
    try:
        languages = pytesseract.get_languages()
    except pytesseract.TesseractNotFoundError as error:
        raise Unreadable(
            "a scanned PDF, and the program tesseract is not installed; install it first", _INSTALL
        ) from error
    if _LANGUAGE not in languages:
        raise Unreadable("a scanned PDF, and tesseract has no Dutch; install it first", _INSTALL)


def _size(picture: Any) -> tuple[int, int]:
    size: tuple[int, int] = picture.get_px_size()
    return size
