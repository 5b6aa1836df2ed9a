"""Footnotes go to the end, their marks leave the words, and numbers stay what they are."""

import pytest

from kamergraaf.text.clean import clean

NOTES = "\n\n{} Kamerstuk 29 521, nr. 1.\n\n"


def body_and_notes(source: str) -> tuple[str, list[str]]:
    cleaned = clean(source)
    notes = [p for p in cleaned.paragraphs if p.kind == "footnote"]
    first = notes[0].start if notes else len(cleaned.text) + 1
    return cleaned.text[: first - 1], [cleaned.text[p.start : p.end] for p in notes]


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("rapporten van de Verenigde Naties1, Human Rights Watch", "Naties, Human"),
        ("een factor voor radicalisering kan vormen.1 Op de Sahel", "vormen. Op"),
        ("de bijdrage tussen 2014 en 20191, de evaluatie", "2019, de"),
        ("de bijdrage liep tot eind 2019.1 De evaluatie", "2019. De"),
        ("de resultaten (in bijlage)1 gaan in op Mali", "bijlage) gaan"),
        ("de resultaten («do no harm»)1 gaan in op Mali", "harm») gaan"),
        ("de missie van de NAVO1 in Afghanistan", "NAVO in"),
        ("een stijging van 43%1 in een jaar", "43% in"),
        ("het ongeval met vlucht AB12.1 Het kabinet", "AB12. Het"),
        ("zo is dat.[1] Het kabinet", "dat. Het"),
        ("zo is dat<sup>1</sup>. Het kabinet", "dat. Het"),
        ("zo is dat <sup>1</sup>. Het kabinet", "dat. Het"),
        ("zo is dat.¹ Het kabinet", "dat. Het"),
        ("zo is dat. 1 Het kabinet", "dat. Het"),
        ("zo is dat[^1]. Het kabinet", "dat. Het"),
        ("de Europese Unie1) en haar lidstaten", "Unie en"),
    ],
)
def test_a_mark_with_its_footnote(marked: str, bare: str) -> None:
    label = "[1]" if "[1]" in marked else "[^1]:" if "[^1]" in marked else "1"
    body, notes = body_and_notes(f"Het gaat om {marked} is er meer." + NOTES.format(label))
    assert bare in body
    assert notes == ["Kamerstuk 29 521, nr. 1."]


@pytest.mark.parametrize(
    "number",
    [
        "1.500 militairen",
        "vlucht MH17",
        "de landen van de G5",
        "paragraaf 3.2",
        "versie v2.1",
        "in 2023",
        "de F-16",
        "2 Mt CO2",
        "artikel 100",
        "EUR 20",
        "3,7 miljoen",
        "COVID-19",
        "(art.46)",
        "nr.84",
        "400 km2 bos",
        "400 km² bos",
        "groep 3",
        "om 10.30 uur",
        "2012-2018",
        "43%",
        "6440 vrouwen",
        "het type H5N1",
        "wegen A2 en A12",
        "de jaren ’90",
        "Resolutie 2374 (2017)",
        "blz.12",
        "21 501-20",
        "I-8",
    ],
)
def test_a_number_without_a_footnote_stays(number: str) -> None:
    assert (
        clean(f"Het gaat hier om {number} en meer.").text == f"Het gaat hier om {number} en meer."
    )
    body, notes = body_and_notes(f"Het gaat hier om {number} en meer.1" + NOTES.format(1))
    assert body == f"Het gaat hier om {number} en meer."
    assert len(notes) == 1


def test_a_name_with_a_number_is_no_mark_of_that_footnote() -> None:
    marks = "De G1 en de G2 en de MH3 spreken.1 Ook de G1 zegt ja.2 De MH3 niet.3"
    notes = "\n\n".join(f"{n} Noot nummer {n}." for n in (1, 2, 3))
    body, found = body_and_notes(f"{marks}\n\n{notes}")
    assert body == "De G1 en de G2 en de MH3 spreken. Ook de G1 zegt ja. De MH3 niet."
    assert found == ["Noot nummer 1.", "Noot nummer 2.", "Noot nummer 3."]


def test_a_sentence_goes_on_after_the_footnotes() -> None:
    source = (
        "Het kabinet is bezorgd over de staatsgreep.1 Bovendien worden in de hele regio\n\n"
        "1 Zie de brief van 11 juli 2022 (Kamerstuk 29 237, nr. 178) en de brief van\n"
        "25 november 2022.\n antiwesterse sentimenten aangewakkerd door vreemde landen die hun\n"
        "invloed uitbreiden.\n"
    )
    body, notes = body_and_notes(source)
    assert "in de hele regio antiwesterse sentimenten aangewakkerd" in body
    assert len(notes) == 1
    assert notes[0].endswith("(Kamerstuk 29 237, nr. 178) en de brief van 25 november 2022.")


def test_footnotes_on_each_page_keep_their_order() -> None:
    page = "Het kabinet deelt deze zorg.{0}\n\n{0} Noot nummer {0}.\n\f"
    body, notes = body_and_notes("".join(page.format(n) for n in (1, 2, 3)))
    assert body.count("Het kabinet deelt deze zorg.") == 3
    assert notes == ["Noot nummer 1.", "Noot nummer 2.", "Noot nummer 3."]


def test_numbering_starts_again_on_each_page() -> None:
    page = "Het kabinet deelt deze zorg.1 Het heeft dat gezegd.2\n\n1 Noot een.\n2 Noot twee.\n\f"
    body, notes = body_and_notes(page * 3)
    assert "1" not in body
    assert "2" not in body
    assert notes == ["Noot een.", "Noot twee."] * 3


def test_endnotes_stand_at_the_end() -> None:
    source = (
        "Het kabinet deelt deze zorg.1 Het heeft dat gezegd.2\n\nDe Minister van Defensie,\n"
        "K.H. Ollongren\n\n1 Noot een.\n2 Noot twee.\n"
    )
    body, notes = body_and_notes(source)
    assert body.endswith("K.H. Ollongren")
    assert notes == ["Noot een.", "Noot twee."]


def test_numbered_headings_are_no_footnotes() -> None:
    source = (
        "1 Inleiding\n\nHet kabinet deelt deze zorg.1\n\n2 Mali\n\nHet heeft dat gezegd.2\n\n"
        "1 Noot een.\n\n2 Noot twee.\n"
    )
    body, notes = body_and_notes(source)
    assert "1 Inleiding\n" in body
    assert "\n2 Mali\n" in body
    assert notes == ["Noot een.", "Noot twee."]


def test_a_line_that_starts_with_a_number_is_no_footnote() -> None:
    source = (
        "Het algemeen overleg over de missie MINUSMA vond plaats op\n22 december 2016 in Den Haag. "
        "Daar spraken wij over de\n300 lokale gemeenten waar Nederland bijdraagt aan recht.22\n"
    )
    body, notes = body_and_notes(source)
    assert "op 22 december 2016" in body
    assert "de 300 lokale" in body
    assert notes == []


def test_marks_of_lost_footnotes_go_when_they_count_up() -> None:
    assert clean("Dat is zo.1 Dit ook.2 En dat.3 Klaar is het.").text == (
        "Dat is zo. Dit ook. En dat. Klaar is het."
    )
    assert clean("Dat is zo.1 Klaar is het.").text == "Dat is zo.1 Klaar is het."


def test_a_heading_loses_its_mark() -> None:
    source = "Inleiding\n\nDat is zo.1\n\nStrategische doelen2\n\nDit ook.\n\n1 Een.\n\n2 Twee.\n"
    assert "\nStrategische doelen\n" in clean(source).text
