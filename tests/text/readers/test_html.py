"""Web pages: what is the letter, what is around it, and tags as browsers cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.source import Run
from kamergraaf.text.readers.around import table
from kamergraaf.text.readers.content import Budget
from kamergraaf.text.readers.html import read
from kamergraaf.text.readers.tags import Tag, tokens
from tests.text.readers.test_same_letter import made


def text_of(page: str) -> list[str]:
    return made("pagina.html", page)[0].text.split("\n")


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Eén<p>Twee", ["Eén", "Twee"]),
        ("<p>Nederland<br>Mali", ["Nederland", "Mali"]),
        ("<p>a &lt; b &amp; c &nbsp;&euro; 5 &onbekend; R&D", ["a < b & c € 5 &onbekend; R&D"]),
        ("<p>van 3 < 5 en <3", ["van 3 < 5 en <3"]),
        ("<p>oppervlak van 5 m<sup>2</sup>, 46<sup>e</sup> sessie", ["oppervlak van 5 m2, 46e sessie"]),
        ("<p>besluit<sup>1</sup>, twee", ["besluit, twee"]),
        ("<script>p='<p>nee'</script><p>ja<style>p{}</style>", ["ja"]),
        ("<p hidden>nee<p style='display: none'>nee<p aria-hidden=true>nee<p>ja", ["ja"]),
        ("<p class='visually-hidden'>nee</p><p class=content--publication>ja", ["ja"]),
        ("<!-- <p>nee --><p>ja<!-- nee", ["ja"]),
        ("<table><tr><td><p>alleen<p>een opmaak</table>", ["alleen", "een opmaak"]),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", ["a", "b | c"]),
        ("<ul><li>een<ul><li>twee</ul><li>drie</ul>", ["een", "twee", "drie"]),
        ("<ol><li>een</li><p>tekst</ol>", ["een", "tekst"]),
        ("<div>los <b>vet</b> en <div>blok</div> rest", ["los vet en", "blok", "rest"]),
        ("<pre>Eerste alinea.\n\nTweede alinea.</pre>", ["Eerste alinea.", "Tweede alinea."]),
        ("<p>in</i>ter</b>nationaal</div>", ["internationaal"]),
        ("<p title='a>b' data-x=\"<p>\">tekst", ["tekst"]),
        ("<p>tekst<a href='", ["tekst"]),
        ("<svg><path/></svg><p>tekst<img alt=nee>", ["tekst"]),
    ],
)  # fmt: skip
def test_small_pages(page: str, lines: list[str]) -> None:
    assert text_of(page) == lines


@pytest.mark.parametrize("inner", ["article", "main", 'div id="content"', 'div role="main"'])
def test_what_stands_around_the_letter_is_left_out(inner: str) -> None:
    letter = "<p>Het kabinet verlengt de missie.</p>" * 10
    page = (
        "<body><div id=top><a href=/>Naar de inhoud</a></div><nav>Menu</nav>"
        f"<{inner}>{letter}</{inner.split()[0]}><div>Contact en voorwaarden</div></body>"
    )
    assert set(text_of(page)) == {"Het kabinet verlengt de missie."}


SENTENCE = "<p>Het kabinet verlengt de missie.</p>"


@pytest.mark.parametrize("row", table()["line"], ids=lambda row: row["example"][0])
def test_every_line_that_points_to_a_file_is_left_out(row: dict[str, list[str]]) -> None:
    for line in row["example"]:
        assert text_of(f"{SENTENCE}<p>{line}</p><ul><li>{line}</li></ul>") == [
            "Het kabinet verlengt de missie."
        ]


@pytest.mark.parametrize("heading", table()["links"]["headings"])
def test_every_headed_list_of_links_is_left_out(heading: str) -> None:
    links = "<ul><li><a href=a>EU-missies</a></li><li><a href=b>Mali</a></li></ul>"
    assert text_of(f"{SENTENCE}<h2>{heading}</h2>{links}") == ["Het kabinet verlengt de missie."]


@pytest.mark.parametrize(
    "line",
    [
        "De nota (PDF van 96 kB) is als bijlage bij deze brief gevoegd.",
        "Nederland levert 96 MB opslag, zie het document | bijlage.",
        "Bijlagen: twee",
    ],
)
def test_a_sentence_about_a_file_stays(line: str) -> None:
    assert text_of(f"{SENTENCE}<p>{line}</p>")[1] == line


def test_a_headed_list_with_sentences_stays() -> None:
    item = "Het kabinet zal de Kamer voor de zomer informeren over de uitkomsten van het overleg."
    assert item in text_of(f"{SENTENCE}<h2>Documenten</h2><ul><li>{item}</li></ul>{SENTENCE}")


def test_a_short_main_element_is_not_the_letter() -> None:
    page = f"<main>Zoeken</main><div>{'<p>Het kabinet verlengt de missie.</p>' * 10}</div>"
    assert "Het kabinet verlengt de missie." in text_of(page)


@pytest.mark.parametrize(
    "note",
    [
        '<div class="voet noot" id="ID-1"><p><sup><a>1</a></sup>Kamerstuk 1.</p></div>',
        '<div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1">[1]</a> Kamerstuk 1.</p></div>',
        '<ol><li id="fn1" role="doc-endnote"><p>Kamerstuk 1. <a href="#r1">↩︎</a></p></li></ol>',
        "<p><sup>1</sup> Kamerstuk 1.</p>",
        "<p>[1] Kamerstuk 1.</p>",
    ],
)
def test_footnotes(note: str) -> None:
    one, _ = made(
        "a.html",
        f"<p>Besluit<a href='#_ftn1'><sup>[1]</sup></a> van mei.</p>{note}<p>Slot van de brief.</p>",
    )
    assert [(part.kind, one.text[part.start : part.end]) for part in one.paragraphs] == [
        ("body", "Besluit van mei."),
        ("body", "Slot van de brief."),
        ("footnote", "Kamerstuk 1."),
    ]


def test_metadata_of_a_page() -> None:
    page = "<meta name=DC.type content=Brief><meta property='og:title' content='A &amp; B'><p>x"
    assert read(page.encode(), Budget()).metadata == (("DC.type", "Brief"), ("og:title", "A & B"))


@given(st.lists(st.sampled_from(
    ["<", ">", "</", "<p>", "<li", "<!--", "-->", "<script>", "</script>", "&lt;", "&", "&#0;", "a='", '"', "=", "/",
     "<td>", "<table>", "</table>", "\n", " ", "tekst", "<sup>1</sup>", "<br>", "<!", "<?", "\0", "é", "<pre>"]
), max_size=40).map("".join))  # fmt: skip
def test_tokens_keep_their_place(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert token.start >= at
        at = token.start
        if isinstance(token, Tag):
            assert text[at] == "<"
        elif len(token.text) == token.end - token.start:
            assert isinstance(token, Run)
            assert text[token.start : token.end] == token.text
        at = token.end if isinstance(token, Run) else at + 1


@pytest.mark.parametrize("depth", [50, 5000])
def test_deep_nesting_keeps_the_text(depth: int) -> None:
    for tag in ("div", "table><tr><td", "ul><li", "span", "sup", "blockquote"):
        page = f"<{tag}>" * depth + "tekst in de diepte"
        content = read(page.encode(), Budget())
        assert content.parts is not None
        words = "".join(run.text for part in content.parts for cell in part.cells for run in cell)
        assert words == "tekst in de diepte"
