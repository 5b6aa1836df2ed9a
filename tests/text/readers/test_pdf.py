"""PDF: what cannot be read is told in a line, tables are rows, paragraphs go on over pages."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kamergraaf.model import Letter
from kamergraaf.source import Limits, SourceFile
from kamergraaf.text import letter, place
from kamergraaf.text.readers import Budget, Unreadable, pdf, read
from tests.text.readers.forms import Block, as_pdf, as_ruled_pdf

PROSE = (
    "Het kabinet heeft besloten de bijdrage aan de missie te verlengen tot en met 30 juni 2023. "
)
# A picture of one grey point.
POINT = b"P5 1 1 255 \x80"


def drawn(draw: Callable[[Canvas], object], pages: int = 1, **options: Any) -> bytes:
    """Return a PDF on every page of which the same is drawn."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=True, **options)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def a_line(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Het kabinet verlengt de bijdrage aan de missie met een jaar.")


def a_scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(io.BytesIO(POINT)), 0, 0, 500, 700)


def locked(password: str) -> bytes:
    return drawn(a_line, encrypt=pdfencrypt.StandardEncryption(password, ownerPassword="eigenaar"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (drawn(a_line)[:-200], "a PDF that is cut off before its end; get it again"),
        (locked("geheim"), "a PDF with a password; take it off first"),
        (
            drawn(a_scan, 3),
            "a scanned PDF, without text in it; read it with --ocr or recognise its text first",
        ),
        (b"%PDF-1.7\nonzin\n%%EOF", "a damaged PDF; get it again"),
    ],
    ids=["cut off", "password", "scan", "damaged"],
)
def test_what_cannot_be_read(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as told:
        pdf.read(data, Budget())
    assert told.value.reason == said


def test_what_everyone_may_open_is_read() -> None:
    assert "verlengt de bijdrage" in pdf.read(locked(""), Budget()).text


def test_pages_are_counted_before_they_are_read() -> None:
    with pytest.raises(Unreadable, match="more than 2 pages; raise --max-pages"):
        pdf.read(drawn(a_line, 3), Budget(Limits(pages=2)))


def test_time_is_limited() -> None:
    with pytest.raises(Unreadable, match="raise --max-seconds"):
        pdf.read(drawn(a_line), Budget(Limits(seconds=1e-9)))


# --------------------------------------------------------------------------------------- tables
def made(data: bytes) -> Letter:
    content = read("brief.pdf", data, Budget())
    return letter(
        SourceFile("brief.pdf", "0" * 64, content.text, content.form, None, content.places)
    )


def rows(one: Letter) -> list[str]:
    return [one.text[part.start : part.end] for part in one.paragraphs if part.kind == "table-row"]


TABLES = [
    [
        "missie | aantal militairen | mandaat tot",
        "MINUSMA | 250 | 30 juni 2023",
        "EUTM Mali | 15 | 2024",
    ],
    ["Land | Bedrag", "Mali | € 2,5 miljoen", "Niger | € 3 miljoen", "Tsjaad | € 1 miljoen"],
    [
        "Missie en taak | Nederlandse bijdrage in militairen en politiefunctionarissen | Mandaat",
        "NATO Mission Iraq, advisering van het Iraakse ministerie van Defensie in Bagdad | 19 | 2024",
        "EUAM Irak | drie civiele adviseurs, van wie één op het gebied van cultureel erfgoed | 30 april 2024",
    ],
    ["Missie | 2022 | 2023", "MINUSMA | – | 250", "EUTM | 15 | –"],
]


@pytest.mark.parametrize("write", [as_pdf, as_ruled_pdf])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0])
def test_a_table_is_read_by_its_rows(
    table: list[str], write: Callable[[Sequence[Block]], bytes]
) -> None:
    around = [Block("body", PROSE * 3), Block("body", "De inzet is als volgt verdeeld:")]
    row_blocks = [Block("table-row", row) for row in table]
    one = made(write([*around, *row_blocks, Block("body", PROSE * 3)]))
    assert rows(one) == table


def test_signatures_side_by_side_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        lines = canvas.beginText(70, 760)
        for _ in range(4):
            lines.textLine(PROSE.strip())
        canvas.drawText(lines)
        for x, office, name in (
            (70, "De Minister van Buitenlandse Zaken,", "W.B. Hoekstra"),
            (320, "De Minister van Defensie,", "K.H. Ollongren"),
        ):
            canvas.drawString(x, 600, office)
            canvas.drawString(x, 540, name)

    one = made(drawn(draw))
    assert rows(one) == []
    assert [(each.post, each.name) for each in one.facts.signatories] == [
        ("minister-bz", "W.B. Hoekstra"),
        ("minister-defensie", "K.H. Ollongren"),
    ]


def test_text_in_two_columns_is_no_table() -> None:
    words = (PROSE * 30).split()

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for column in range(2):
            for line in range(40):
                at = 5 * (40 * column + line)
                canvas.drawString(60 + 250 * column, 760 - 12 * line, " ".join(words[at : at + 5]))

    assert rows(made(drawn(draw))) == []


def test_a_paragraph_goes_on_over_pages() -> None:
    one = made(as_pdf([Block("body", PROSE * 60), Block("body", PROSE * 3)]))
    pages = [found.page for part in one.sentences if (found := place(one, part.start))]
    assert max(page or 0 for page in pages) >= 2
    bodies = [part for part in one.paragraphs if part.kind == "body"]
    assert [one.text.count("kabinet", part.start, part.end) for part in bodies] == [60, 3]
