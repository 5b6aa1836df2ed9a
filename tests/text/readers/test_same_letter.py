"""The same letter in several forms gives the same clean text, with the way back to each file."""

import unicodedata

import pytest

from kamergraaf.model import Letter, Paragraph
from kamergraaf.source import SourceFile
from kamergraaf.text import letter, source_span
from kamergraaf.text.readers import Budget, read

TXT = """\
Tweede Kamer der Staten-Generaal
Vergaderjaar 2022-2023
29 521
Nederlandse deelname aan vredesmissies
Nr. 456
BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 25 november 2022

Het kabinet heeft besloten de bijdrage aan MINUSMA tot en met 30 juni 2023 te verlengen.1 De kosten
bedragen € 2,5 miljoen.

## Inzet

De inzet bestaat uit twee onderdelen:

- financiële steun aan de politie;
- training van 46 officieren.

| missie | aantal militairen | mandaat tot |
| --- | --- | --- |
| MINUSMA | 250 | 30 juni 2023 |
| EUTM | 15 | 2024 |

De Minister van Buitenlandse Zaken,
W.B. Hoekstra

1 Kamerstuk 29 521, nr. 403.
"""
XML = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE officiele-publicatie SYSTEM "http://technische-documentatie.oep.overheid.nl/op.dtd">
<officiele-publicatie>
 <metadata><meta name="DC.type" content="Kamerstuk"/></metadata>
 <kamerstuk>
  <kamerstukkop>
   <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
   <tekstregel inhoud="kamernummer">2</tekstregel>
   <tekstregel inhoud="vergaderjaar">Vergaderjaar 2022-2023</tekstregel>
  </kamerstukkop>
  <dossier><dossiernummer><dossiernr>29 521</dossiernr></dossiernummer>
   <titel>Nederlandse deelname aan vredesmissies</titel></dossier>
  <stuk>
   <stuknr>Nr. <ondernummer kamer="2">456</ondernummer></stuknr>
   <titel>BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN</titel>
   <algemeen><vrije-tekst><tekst>
    <al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
    <al>Den Haag, 25 november 2022</al>
    <al>Het kabinet heeft <nadruk type="vet">besloten</nadruk> de bijdrage aan MINUSMA tot en met
     30 juni 2023 te verlengen.<noot id="a" type="voet"><noot.nr>1</noot.nr><noot.al>Kamerstuk
     <extref doc="kst-29521-403">29&#160;521, nr. 403</extref>.</noot.al></noot> De kosten bedragen
     &euro;&#xA0;2,5 miljoen.</al>
    <tussenkop>Inzet</tussenkop>
    <al>De inzet bestaat uit twee onderdelen:</al>
    <lijst type="expliciet"><li><li.nr>–</li.nr><al>financi&#101;&#776;le steun aan de politie;</al></li>
     <li><li.nr>–</li.nr><al>training van 46 officieren.</al></li></lijst>
    <table><tgroup cols="3"><colspec/><thead><row><entry><al>missie</al></entry>
     <entry><al>aantal militairen</al></entry><entry><al>mandaat tot</al></entry></row></thead>
     <tbody><row><entry><al>MINUSMA</al></entry><entry><al>250</al></entry><entry><al>30 juni 2023</al></entry></row>
      <row><entry><al>EUTM</al></entry><entry><al>15</al></entry><entry><al>2024</al></entry></row></tbody>
    </tgroup></table>
   </tekst><tekst-sluiting><ondertekening><functie>De Minister van Buitenlandse Zaken,</functie>
    <naam><voornaam>W.B.</voornaam>
     <achternaam>Hoekstra</achternaam></naam></ondertekening></tekst-sluiting></vrije-tekst></algemeen>
  </stuk>
 </kamerstuk>
</officiele-publicatie>
"""
LETTER = """\
<p>Tweede Kamer der Staten-Generaal</p><p>Vergaderjaar 2022-2023</p><p>29 521</p>
<p>Nederlandse deelname aan vredesmissies</p><p>Nr. 456</p>
<p>BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN</p>
<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
<p>Den Haag, 25 november 2022
<p>Het kabinet heeft <b>besloten</b> de bijdrage aan MINUSMA tot en met 30&nbsp;juni 2023 te
verlengen.<sup><a href="#n1">1</a></sup> De kosten bedragen &euro;&nbsp;2,5 miljoen.
<h2>Inzet</h2>
<p>De inzet bestaat uit twee onderdelen:</p>
<ul><li>financi&euml;le steun aan de politie;<li><p>training van 46 offi&shy;cieren.</p></ul>
<table><tr><th>missie<th>aantal militairen<th>mandaat tot
<tr><td>MINUSMA<td>250<td>30 juni 2023<tr><td><p>EUTM</p><td>15<td>2024</table>
<p>De Minister van Buitenlandse Zaken,<br>
W.B. Hoekstra</p>
<div class="voet noot" id="n1"><p><sup>1</sup> Kamerstuk 29 521, nr. 403.</p></div>
"""
SITE = f"""\
<!DOCTYPE html>
<html lang="nl"><head><title>Brief | Site</title><script>let a = "<p>nee</p>";</script></head><body>
<header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div id="cookie-melding"><p>Deze site gebruikt cookies.</p></div>
<main id="content"><ol class="breadcrumb"><li>Home<li>Documenten</ol>
<div id="broodtekst" class="stuk">{LETTER}</div>
<aside>Zie ook</aside></main>
<footer><p>Over deze site</p></footer></body></html>
"""


def made(name: str, text: str, encoding: str = "utf-8") -> tuple[Letter, SourceFile]:
    content = read(name, text.encode(encoding), Budget())
    source = SourceFile(
        name, "0" * 64, content.text, content.form, content.parts, content.places, content.metadata
    )
    return letter(source), source


def kinds(one: Letter) -> list[tuple[str, str]]:
    return [(_kind(part), one.text[part.start : part.end]) for part in one.paragraphs]


def _kind(part: Paragraph) -> str:
    return f"{part.kind} {part.level}" if part.level else part.kind


FORMS = {
    "brief.html": LETTER,
    "pagina.html": SITE,
    "brief.xml": XML,
    "windows.html": LETTER.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_text_is_that_of_the_plain_letter(name: str) -> None:
    plain, _ = made("brief.md", TXT)
    one, _ = made(name, FORMS[name])
    assert one.text == plain.text
    assert kinds(one) == kinds(plain)


@pytest.mark.parametrize("name", FORMS)
def test_the_facts_are_those_of_the_plain_letter(name: str) -> None:
    plain, _ = made("brief.md", TXT)
    one, _ = made(name, FORMS[name])
    assert one.facts.signatories == plain.facts.signatories != ()
    assert one.facts.references == plain.facts.references != ()
    for fact in ("dossiers", "number", "title", "date", "date_source", "chamber"):
        assert getattr(one.facts, fact) == getattr(plain.facts, fact), fact


@pytest.mark.parametrize("name", FORMS)
def test_every_word_stands_where_the_map_says(name: str) -> None:
    one, source = made(name, FORMS[name])
    for sentence in one.sentences:
        for word in one.text[sentence.start : sentence.end].split():
            at = one.text.index(word, sentence.start)
            start, end = source_span(one.pieces, at, at + len(word))
            if word.isascii() and word.isalpha() and word != "officieren":
                assert source.text[start:end] == word
            else:
                assert end > start or word == "|"


def test_utf_16_pages_are_read() -> None:
    one, _ = made("brief.html", SITE, "utf-16")
    assert "financiële steun" in one.text


def test_decomposed_letters_are_composed() -> None:
    assert unicodedata.is_normalized("NFC", made("brief.xml", XML)[0].text)
