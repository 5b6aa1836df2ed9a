"""Scanned PDF: read with Tesseract when asked for, in the same sentences, each with its page."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kamergraaf.errors import BadLetter
from kamergraaf.model import Letter
from kamergraaf.source import Limits
from kamergraaf.text import letter, place, recognised, sources
from kamergraaf.text.readers import Budget, Unreadable, pdf, pdf_scan
from tests.text.readers.forms import Block, as_pdf
from tests.text.readers.test_pdf import a_scan, drawn

OCR = Limits(ocr=True)
FIRST = "Het kabinet verlengt de bijdrage aan de missie tot en met 30 juni 2023."
SECOND = "Nederland stelt hiervoor 2,5 miljoen euro beschikbaar."
LETTER = [
    Block("head", "Den Haag, 25 november 2022"),
    Block("body", "Geachte voorzitter,"),
    Block("body", FIRST),
    Block("body", "De missie leidt militairen op en geeft advies aan het ministerie. " * 70),
    Block("body", SECOND),
    Block("signature", "De Minister van Defensie,"),
]


def missing() -> str:
    """Return why scans cannot be read here, nothing when they can."""
    pytesseract = pytest.importorskip("pytesseract")
    try:
        pdf_scan.check(pytesseract)
    except Unreadable as error:
        return f"{error.reason}: {error.command}"
    return ""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Look for Tesseract again in each test."""
    pdf_scan.check.cache_clear()
    yield
    pdf_scan.check.cache_clear()


@pytest.fixture
def tesseract() -> None:
    """Skip a test where Tesseract is not installed."""
    if reason := missing():
        pytest.skip(reason)


def scanned(data: bytes, without: tuple[int, ...] = ()) -> bytes:
    """Return a PDF with pictures of the pages of another, these pages (from 1) left as they are."""
    made = pypdfium2.PdfDocument.new()
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            if number in without:
                made.import_pages(document, [number - 1])
                continue
            image = page.render(scale=200 / 72, grayscale=True).to_pil()
            sheet = io.BytesIO()
            canvas = Canvas(sheet, pagesize=page.get_size(), invariant=True)
            canvas.drawImage(ImageReader(image), 0, 0, *page.get_size())
            canvas.save()
            made.import_pages(pypdfium2.PdfDocument(sheet.getvalue()))
        saved = io.BytesIO()
        made.save(saved)
    return saved.getvalue()


def read(path: Path, data: bytes) -> Letter:
    path.write_bytes(data)
    [source] = sources([path], OCR)
    assert not isinstance(source, BadLetter), source
    return letter(source)


@pytest.mark.usefixtures("tesseract")
def test_a_scan_says_what_the_letter_says(tmp_path: Path) -> None:
    one = read(tmp_path / "brief.pdf", scanned(as_pdf(LETTER)))
    said = [one.text[each.start : each.end] for each in one.sentences]
    assert FIRST in said and SECOND in said
    pages = [place(one, one.text.index(words)) for words in (FIRST, SECOND)]
    assert [each and (each.page, each.ocr) for each in pages] == [(1, True), (2, True)]
    assert one.facts.date and one.facts.date.edtf == "2022-11-25"


@pytest.mark.usefixtures("tesseract")
def test_only_what_was_a_picture_is_marked(tmp_path: Path) -> None:
    one = read(tmp_path / "brief.pdf", scanned(as_pdf(LETTER), without=(2,)))
    marks = []
    for words in (FIRST, SECOND):
        start = one.text.index(words)
        marks.append(recognised(one, start, start + len(words)))
    assert marks == [True, False]
    assert recognised(one, 0, len(one.text))


@pytest.mark.usefixtures("tesseract")
def test_the_same_scan_gives_the_same_text() -> None:
    data = scanned(as_pdf(LETTER[:3]))
    assert pdf.read(data, Budget(OCR)) == pdf.read(data, Budget(OCR))


@pytest.mark.usefixtures("tesseract")
def test_a_picture_without_words_is_told() -> None:
    with pytest.raises(Unreadable, match="no text was recognised; scan it again"):
        pdf.read(drawn(a_scan), Budget(OCR))


@pytest.mark.usefixtures("tesseract")
def test_time_is_limited() -> None:
    data = scanned(as_pdf(LETTER))
    with pytest.raises(Unreadable, match="not read within 0.5 seconds; raise --max-seconds"):
        pdf.read(data, Budget(Limits(ocr=True, seconds=0.5)))


@pytest.mark.usefixtures("tesseract")
def test_a_huge_page_is_drawn_coarser_and_a_huge_picture_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = scanned(as_pdf(LETTER[:3]))
    monkeypatch.setattr(pdf_scan, "MOST_ON_PAGE", 4_000_000)
    assert FIRST in pdf.read(data, Budget(OCR)).text.replace("\n", " ")
    monkeypatch.setattr(pdf_scan, "MOST_IN_PICTURE", 1_000_000)
    with pytest.raises(Unreadable, match="over 1 million points on page 1; scan it coarser"):
        pdf.read(data, Budget(OCR))


# ----------------------------------------------------------------------------- what is not installed
class NotFound(Exception):
    """What pytesseract raises where there is no program."""


def without_program() -> list[str]:
    raise NotFound


def installed(languages: Callable[[], list[str]]) -> ModuleType:
    """Return what stands in for pytesseract."""
    library: Any = ModuleType("pytesseract")
    library.get_languages, library.TesseractNotFoundError = languages, NotFound
    made: ModuleType = library
    return made


@pytest.mark.parametrize(
    ("library", "said", "command"),
    [
        (None, "what reads it is not installed", 'pip install "kamergraaf[ocr]"'),
        (
            installed(without_program),
            "the program tesseract is not installed",
            "apt-get install tesseract-ocr tesseract-ocr-nld",
        ),
        (
            installed(lambda: ["eng", "osd"]),
            "tesseract has no Dutch",
            "apt-get install tesseract-ocr tesseract-ocr-nld",
        ),
    ],
    ids=["library", "program", "Dutch"],
)
def test_what_is_missing_is_told_with_its_remedy(
    library: ModuleType | None, said: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pytesseract", library)
    with pytest.raises(Unreadable, match=said) as told:
        pdf.read(scanned(as_pdf(LETTER[:3])), Budget(OCR))
    assert told.value.command == command
