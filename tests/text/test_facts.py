"""What letters say about themselves: invented heads and signatures of real office-holders, 1995 to 2025."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.model import Letter, LetterFacts, Paragraph
from kamergraaf.reference import posts
from kamergraaf.text import letters
from kamergraaf.text.facts import letter_facts
from kamergraaf.text.head import letter_date, likely_chamber, stated_chamber, title
from kamergraaf.text.offices import Office, read_office, read_offices
from kamergraaf.text.signatories import read_on_behalf

CORPUS = Path(__file__).parents[2] / "corpus"
DATA: dict[str, Any] = tomllib.loads((files("kamergraaf.text") / "facts.toml").read_text("utf-8"))
BODY = "Hierbij informeer ik uw Kamer over de voortgang van de Nederlandse inzet in de regio."


def read(letter: str, running: tuple[str, ...] = ()) -> LetterFacts:
    """Return the facts of a letter that is written one paragraph a line, empty lines left out."""
    lines = [line.strip() for line in letter.strip().split("\n") if line.strip()]
    text = "\n".join(lines)
    paragraphs, start = [], 0
    for line in lines:
        paragraphs.append(Paragraph(start, start + len(line), "body"))
        start += len(line) + 1
    return letter_facts(text, tuple(paragraphs), running)


def told(facts: LetterFacts) -> str:
    """Return dossiers, number, date, chamber and signatories in one line."""
    signed = "; ".join(
        f"{one.post or one.office}={one.name}{'?' if one.name_source == 'inferred' else ''}"
        f"={one.person}"
        for one in facts.signatories
    )
    date = facts.date.edtf if facts.date else None
    chamber = f"{facts.chamber}{'?' if facts.chamber_source == 'inferred' else ''}"
    return f"{'+'.join(facts.dossiers)} {facts.number} | {date} | {chamber} | {signed}"


@dataclass(frozen=True, slots=True)
class Case:
    """A letter without its body, and what it says about itself."""

    name: str
    head: str
    end: str
    expected: str
    title: str | None = None
    running: tuple[str, ...] = ()


CASES = [
    Case(
        "a printed paper of 1998",
        """Tweede Kamer der Staten-Generaal 2
        Vergaderjaar 1997–1998
        25 600 X Vaststelling van de begroting van het Ministerie van Defensie (X) voor het jaar 1998
        Nr. 61 BRIEF VAN DE MINISTER VAN DEFENSIE
        Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
        's-Gravenhage, 12 juni 1998""",
        "De Minister van Defensie,\nJ. J. C. Voorhoeve",
        "25600-X 61 | 1998-06-12 | TK | minister-defensie=J. J. C. Voorhoeve=joris-voorhoeve",
        "Vaststelling van de begroting van het Ministerie van Defensie (X) voor het jaar 1998",
    ),
    Case(
        "Srebrenica, 1995, five initials with spaces between them",
        "22 181\nVoormalig Joegoslavië\nNr. 109\nBRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n’s-Gravenhage, 23 augustus 1995",
        "De Minister van Buitenlandse Zaken,\nH. A. F. M. O. van Mierlo\nDe Minister van Defensie,\nJ. J. C. Voorhoeve",
        "22181 109 | 1995-08-23 | TK | minister-bz=H. A. F. M. O. van Mierlo=hans-van-mierlo; minister-defensie=J. J. C. Voorhoeve=joris-voorhoeve",
        "Voormalig Joegoslavië",
    ),
    Case(
        "Afghanistan, 2005, three signatures",
        "27 925\nBestrijding internationaal terrorisme\nNr. 193\nBRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN, VAN DEFENSIE EN VOOR ONTWIKKELINGSSAMENWERKING\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 22 december 2005",
        "De Minister van Buitenlandse Zaken,\nB. R. Bot\nDe Minister van Defensie,\nH. G. J. Kamp\nDe Minister voor Ontwikkelingssamenwerking,\nA. M. A. van Ardenne-van der Hoeven",
        "27925 193 | 2005-12-22 | TK | minister-bz=B. R. Bot=ben-bot; minister-defensie=H. G. J. Kamp=henk-kamp; minister-os=A. M. A. van Ardenne-van der Hoeven=agnes-van-ardenne",
        "Bestrijding internationaal terrorisme",
    ),
    Case(
        "a letter as sent by Foreign Affairs, 2008, names above offices",
        "Aan de Voorzitter van de\nTweede Kamer der Staten-Generaal\nBinnenhof 4\nDen Haag\nDatum\n18 februari 2008\nBetreft\nNederlandse deelname EULEX Kosovo\nGeachte voorzitter,",
        "Maxime Verhagen\nMinister van Buitenlandse Zaken\nE. van Middelkoop\nMinister van Defensie",
        " None | 2008-02-18 | TK | minister-bz=Maxime Verhagen=maxime-verhagen; minister-defensie=E. van Middelkoop=eimert-van-middelkoop",
        "Nederlandse deelname EULEX Kosovo",
    ),
    Case(
        "Kunduz, 2011, two columns read across",
        "Den Haag, 7 januari 2011\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister van Buitenlandse Zaken, De Minister van Defensie,\nU. Rosenthal J.S.J. Hillen",
        " None | 2011-01-07 | TK | minister-bz=U. Rosenthal=uri-rosenthal; minister-defensie=J.S.J. Hillen=hans-hillen",
    ),
    Case(
        "titles before names, 2009",
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\nDatum: 03-02-2009\nOnderwerp: Politiemissies op de Balkan",
        "DE MINISTER VAN JUSTITIE,\nmr. dr. E.M.H. Hirsch Ballin",
        " None | 2009-02-03 | EK | minister-justitie=mr. dr. E.M.H. Hirsch Ballin=ernst-hirsch-ballin",
        "Politiemissies op de Balkan",
    ),
    Case(
        "the prime minister, two lines for one office",
        "Den Haag / 9 april 2021\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister-President,\nMinister van Algemene Zaken,\nMark Rutte",
        " None | 2021-04-09 | TK | minister-president=Mark Rutte=mark-rutte",
    ),
    Case(
        "the prime minister on one line",
        "Den Haag, 3 juli 2024\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De minister-president, minister van Algemene Zaken,\nDick Schoof",
        " None | 2024-07-03 | TK | minister-president=Dick Schoof=dick-schoof",
    ),
    Case(
        "an office of two lines",
        "Den Haag, 14 oktober 2022\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister voor Buitenlandse Handel\nen Ontwikkelingssamenwerking,\nLiesje Schreinemacher",
        " None | 2022-10-14 | TK | minister-bhos=Liesje Schreinemacher=liesje-schreinemacher",
    ),
    Case(
        "all on one line",
        "Den Haag, 24 november 2023\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister van Buitenlandse Zaken, H.G.J. Bruins Slot De Minister van Defensie, K.H. Ollongren",
        " None | 2023-11-24 | TK | minister-bz=H.G.J. Bruins Slot=hanke-bruins-slot; minister-defensie=K.H. Ollongren=kajsa-ollongren",
    ),
    Case(
        "a secretary-general signs",
        "Den Haag, 24 november 2023\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister van Defensie,\nnamens deze,\nde Secretaris-Generaal,\nM.E.P. Dierikx",
        " None | 2023-11-24 | TK | minister-defensie=K.H. Ollongren?=kajsa-ollongren",
    ),
    Case(
        "no name under the office",
        "Den Haag, 24 november 2015\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Hoogachtend,\nDe minister van Veiligheid en Justitie,",
        " None | 2015-11-24 | TK | minister-venj=G.A. van der Steur?=ard-van-der-steur",
    ),
    Case(
        "no signature at all, but a head",
        "29 521\nNederlandse deelname aan vredesmissies\nNr. 225\nBRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN, VAN\nDEFENSIE EN VOOR BUITENLANDSE HANDEL EN ONTWIKKELINGSSAMENWERKING\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 7 februari 2014",
        "",
        "29521 225 | 2014-02-07 | TK | minister-bz=F.C.G.M. Timmermans?=frans-timmermans; minister-defensie=J.A. Hennis-Plasschaert?=jeanine-hennis-plasschaert; minister-bhos=E.M.J. Ploumen?=lilianne-ploumen",
        "Nederlandse deelname aan vredesmissies",
    ),
    Case(
        "a paper of the Eerste Kamer",
        "Eerste Kamer der Staten-Generaal 1\nVergaderjaar 2013–2014\n29 521 Nederlandse deelname aan vredesmissies\nM BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n"
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\nDen Haag, 20 juni 2014",
        "De Minister van Buitenlandse Zaken,\nF.C.G.M. Timmermans",
        "29521 M | 2014-06-20 | EK | minister-bz=F.C.G.M. Timmermans=frans-timmermans",
        "Nederlandse deelname aan vredesmissies",
    ),
    Case(
        "a reprint with a letter for number",
        "Vergaderjaar 2022–2023\n29 521\nNederlandse deelname aan vredesmissies\nAZ HERDRUK\nBRIEF VAN DE MINISTER VAN DEFENSIE\n"
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\nDen Haag, 25 november 2022",
        "De Minister van Defensie,\nK.H. Ollongren",
        "29521 AZ | 2022-11-25 | EK | minister-defensie=K.H. Ollongren=kajsa-ollongren",
        "Nederlandse deelname aan vredesmissies",
    ),
    Case(
        "two dossiers, the number in the running head",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 15 juni 2018",
        "De Minister van Buitenlandse Zaken,\nS.A. Blok",
        "29521+33694 363 | 2018-06-15 | TK | minister-bz=S.A. Blok=stef-blok",
        running=("Tweede Kamer, vergaderjaar 2017–2018, 29 521 en 33 694, nr. 363 2",),
    ),
    Case(
        "a Council letter, part of a dossier in the running head",
        "Den Haag, 11 april 2022\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister van Buitenlandse Zaken,\nW.B. Hoekstra",
        "21501-02 2480 | 2022-04-11 | TK | minister-bz=W.B. Hoekstra=wopke-hoekstra",
        running=("Tweede Kamer, vergaderjaar 2021–2022, 21 501-02, nr. 2480 11",),
    ),
    Case(
        "the identifier of the printer",
        "kst-36410-V-84\nISSN 0921 - 7371\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 8 maart 2024",
        "De Minister van Buitenlandse Zaken,\nH.G.J. Bruins Slot",
        "36410-V 84 | 2024-03-08 | TK | minister-bz=H.G.J. Bruins Slot=hanke-bruins-slot",
    ),
    Case(
        "to both chambers",
        "Aan de Voorzitters van de Eerste en van de Tweede Kamer der Staten-Generaal\nDen Haag, 4 september 2020",
        "De Minister van Financiën,\nW.B. Hoekstra",
        " None | 2020-09-04 | TK | minister-financien=W.B. Hoekstra=wopke-hoekstra",
    ),
    Case(
        "Health, an office with commas, the name on the same line",
        "Geachte voorzitter,\nDatum 3 maart 2021 Betreft Stand van zaken COVID-19\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De minister van Volksgezondheid, Welzijn en Sport, Hugo de Jonge",
        " None | 2021-03-03 | TK | minister-vws=Hugo de Jonge=hugo-de-jonge",
        "Stand van zaken COVID-19",
    ),
    Case(
        "Climate, a head in columns joined to one line",
        "> Retouradres Postbus 20401 2500 EK Den Haag\nDe Voorzitter van de Tweede Kamer der Staten-Generaal\nBezuidenhoutseweg 73\nDatum 3 maart 2023 Betreft Kamerbrief over het Klimaatfonds\nOns kenmerk DGKE / 26234567",
        "R.A.A. Jetten\nMinister voor Klimaat en Energie",
        " None | 2023-03-03 | TK | minister-klimaat-energie=R.A.A. Jetten=rob-jetten",
        "Kamerbrief over het Klimaatfonds",
    ),
    Case(
        "Migration, minister and state secretary",
        "19 637\nVreemdelingenbeleid\nNr. 2829\nBRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 8 maart 2022",
        "De Staatssecretaris van Justitie en Veiligheid,\nE. van der Burg",
        "19637 2829 | 2022-03-08 | TK | staatssecretaris-jenv=E. van der Burg=eric-van-der-burg",
        "Vreemdelingenbeleid",
    ),
    Case(
        "a digital signature and closing words",
        "Den Haag, 13 september 2024\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Met vriendelijke groet,\nDe minister van Defensie,\nDigitaal ondertekend door\nRuben Brekelmans",
        " None | 2024-09-13 | TK | minister-defensie=Ruben Brekelmans=ruben-brekelmans",
    ),
    Case(
        "the date above the signature",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "'s-Gravenhage, 4 maart 1999\nDe Minister van Buitenlandse Zaken,\nJ. J. van Aartsen",
        " None | 1999-03-04 | TK | minister-bz=J. J. van Aartsen=jozias-van-aartsen",
    ),
    Case(
        "an acting minister of a few days",
        "Den Haag, 20 februari 2018\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister van Buitenlandse Zaken a.i.,\nS.A.M. Kaag",
        " None | 2018-02-20 | TK | minister-bz=S.A.M. Kaag=sigrid-kaag",
    ),
    Case(
        "a name that does not fit the day stays as it is stated",
        "Den Haag, 20 februari 2016\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister van Buitenlandse Zaken,\nS.A. Blok",
        " None | 2016-02-20 | TK | minister-bz=S.A. Blok=None",
    ),
    Case(
        "an office that nobody knows yet",
        "Den Haag, 20 februari 2024\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "De Minister voor Digitale Zaken en Ruimtevaart,\nA. B. de Vries-Jansen MBA",
        " None | 2024-02-20 | TK | Minister voor Digitale Zaken en Ruimtevaart=A. B. de Vries-Jansen MBA=None",
    ),
    Case(
        "markup that was left in",
        "**33 529**\n**Gaswinning**\n**Nr. 1234**\n**BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN EN KLIMAAT**\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 1 april 2022",
        "De Minister van Economische Zaken en Klimaat,\nM.A.M. Adriaansens",
        "33529 1234 | 2022-04-01 | TK | minister-ezk=M.A.M. Adriaansens=micky-adriaansens",
        "Gaswinning",
    ),
]  # fmt: skip


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 25


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_head_and_a_signature(case: Case) -> None:
    facts = read(f"{case.head}\n{BODY}\n{case.end}", case.running)
    assert told(facts) == case.expected
    assert facts.title == case.title


def test_a_letter_that_says_nothing_about_itself() -> None:
    assert read(BODY) == LetterFacts()


def test_a_letter_of_one_short_sentence() -> None:
    letter = "Den Haag, 3 mei 2023\nHierbij zend ik u het verslag.\nDe Minister van Defensie,\nK.H. Ollongren"
    without = letter.replace("Hierbij zend ik u het verslag.\n", "")
    expected = " None | 2023-05-03 | None | minister-defensie=K.H. Ollongren=kajsa-ollongren"
    assert told(read(letter)) == told(read(without)) == expected
    assert read("") == LetterFacts()


def test_the_letters_own_number_is_no_reference() -> None:
    letter = f"{BODY} Dit is Kamerstuk 29 521, nr. 363, na Kamerstuk 29 521, nr. 361."
    facts = read(letter, ("Tweede Kamer, vergaderjaar 2017–2018, 29 521, nr. 363 2",))
    assert [one.target for one in facts.references] == ["29521-361"]


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Hierbij kom ik, mede namens de Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking, aan dat verzoek tegemoet.", "minister-bhos"),
        ("Mede namens mijn ambtgenoten van Defensie en van Financiën bied ik u dit aan.", "minister-defensie minister-financien"),
        ("Ik stuur u dit namens de Minister-President en de Staatssecretaris van Defensie.", "minister-president staatssecretaris-defensie"),
        ("Bijgaand zend ik u, mede namens mijn ambtgenoot van Justitie, het verslag.", "minister-justitie"),
        ("Wij antwoorden ook namens de minister van BZK.", "minister-bzk"),
        ("Namens de EU voerde de Minister van Buitenlandse Zaken gesprekken over migratie.", ""),
        ("Namens de Hoge Vertegenwoordiger maakte de Minister concrete afspraken.", ""),
        ("Ik informeer u namens het kabinet over de missie.", ""),
    ],
)  # fmt: skip
def test_on_whose_behalf(sentence: str, offices: str) -> None:
    assert " ".join(one.post or one.office for one in read_on_behalf([sentence])) == offices


@pytest.mark.parametrize(
    "line",
    [
        "De Minister van Defensie neemt in de week van 4 december deel aan de conferentie.",
        "De ministers van Buitenlandse Zaken van Mali en Niger",
        "De Malinese Minister van Buitenlandse Zaken",
        "Minister Blok",
        "De Minister",
    ],
)
def test_a_sentence_is_no_signature(line: str) -> None:
    assert read_office(line) is None


# ------------------------------------------------- every entry of posts.csv and of facts.toml
PLACED = re.compile(r"(?:Minister|Staatssecretaris) (?:van|voor) ")
"""Titles that an office may be written with in a sentence; «Staatssecretaris Mijnbouw» is signed only."""
WRITTEN = {
    title: Office(post.title_nl, post.id)
    for post in posts().values()
    for title in (post.title_nl, *post.aliases)
    if PLACED.match(title)
} | {
    title: Office(title)
    for preposition, names in DATA["portfolios"].items()
    for title in (f"Minister {preposition} {name}" for name in names)
}


def test_there_are_titles_enough() -> None:
    assert len(WRITTEN) >= 100


@pytest.mark.parametrize("title", WRITTEN)
def test_every_title_is_read_on_a_line_in_a_head_and_in_a_sentence(title: str) -> None:
    office = WRITTEN[title]
    row = read_offices(f"DE {title.upper()} EN DE STAATSSECRETARIS VAN DEFENSIE")
    behalf = read_on_behalf([f"Hierbij meld ik, mede namens de {title}, het volgende."])
    assert read_office(f"De {title},") == office
    assert row == (office, read_office("Staatssecretaris van Defensie"))
    assert [(one.office, one.post) for one in behalf] == [(office.title, office.post)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("DE STAATSSECRETARIS VAN ASIEL EN MIGRATIE,", "Staatssecretaris van Asiel en Migratie"),
        ("De staatssecretaris van LNV,", "Staatssecretaris van Landbouw, Natuur en Voedselkwaliteit"),
        ("De Staatssecretaris van Algemene Zaken,", "Staatssecretaris van Algemene Zaken"),
        ("de staatssecretaris voor jeugd en gezin", "Staatssecretaris voor Jeugd en Gezin"),
    ],
)  # fmt: skip
def test_a_state_secretary_that_the_reference_data_do_not_hold(line: str, title: str) -> None:
    assert read_office(line) == Office(title)


@pytest.mark.parametrize("row", DATA["subject"], ids=lambda row: row["words"][0])
def test_every_label_of_a_subject(row: dict[str, Any]) -> None:
    assert title([row["example"]]) == row["gives"]


@pytest.mark.parametrize("row", DATA["dated"], ids=lambda row: row["words"][0])
def test_every_label_of_a_date(row: dict[str, Any]) -> None:
    found = letter_date([row["example"]])
    assert found is not None and found.edtf == row["gives"]


@pytest.mark.parametrize("row", DATA["chamber"], ids=lambda row: row["words"][0])
def test_every_word_that_points_to_a_chamber(row: dict[str, Any]) -> None:
    assert likely_chamber(row["example"], ()) == row["chamber"]


def test_papers_that_are_cited_point_to_a_chamber() -> None:
    assert likely_chamber("", ["29521-403", "21501-20-1307"]) == "TK"
    assert likely_chamber("", ["29521-403", "29521-W"]) == "EK"
    assert likely_chamber("", []) is None


def test_the_body_does_not_address_a_chamber() -> None:
    assert stated_chamber(["Den Haag, 3 mei 2020"], ()) is None


# ------------------------------------------------------------------------------ the real letters
BLOK = "minister-bz=S.A. Blok=stef-blok"
REAL = {
    "amnesty-sahel": f" None | 2020-07-01 | TK | {BLOK}",
    "icoi-mali": " None | 2021-03 | TK? | minister-bz=S.A. Blok?=stef-blok",
    "inzet-sahel": " None | 2023-11/2023-12 | TK? | minister-bz=H.G.J. Bruins Slot=hanke-bruins-slot; "
    "minister-defensie=K.H. Ollongren=kajsa-ollongren; "
    "minister-bhos=E.N.A.J. Schreinemacher=liesje-schreinemacher; "
    "minister-jenv=D. Yeşilgöz-Zegerius=dilan-yesilgoz",
    "minusma-voortgang": "29521 Z | 2017-05-19 | EK | minister-bz=A.G. Koenders=bert-koenders; "
    "minister-defensie=J.A. Hennis-Plasschaert=jeanine-hennis-plasschaert; "
    "minister-bhos=E.M.J. Ploumen=lilianne-ploumen; minister-venj=S.A. Blok=stef-blok",
    "veiligheidsinzet-sahel": "29521 AZ | 2022-11-25 | EK | "
    "minister-bz=W.B. Hoekstra=wopke-hoekstra; minister-defensie=K.H. Ollongren=kajsa-ollongren; "
    "minister-bhos=E.N.A.J. Schreinemacher=liesje-schreinemacher; "
    "minister-jenv=D. Yeşilgöz-Zegerius=dilan-yesilgoz",
}
REFERENCES = {
    "amnesty-sahel": "29521-403 29521-368 21501-20-1307",
    "icoi-mali": "29521-363 29521-411",
    "inzet-sahel": "29237-178 29521-456 29521-457 29237-185 29237-186 35925-V-84 29521-451 "
    "27925-941 31787-16 29237-183 32735-370 21501-02-2664 21501-28-256 21501-28-259",
    "minusma-voortgang": "29521-227 21501-02-1723 29521-336 29521-340 29521-W 29521-337",
    "veiligheidsinzet-sahel": "29237-178 29521-446 2022Z18320 29521-434 21501-02-2480 29521-440",
}


@cache
def real(name: str) -> Letter:
    """Return one of the real letters."""
    (found,) = letters([CORPUS / "letters" / f"{name}.txt"])
    assert isinstance(found, Letter)
    return found


@pytest.mark.parametrize("name", REAL)
def test_the_real_letters(name: str) -> None:
    letter = real(name)
    assert told(letter.facts) == REAL[name]
    found = dict.fromkeys(one.target for one in letter.facts.references)
    assert sorted(found) == sorted(REFERENCES[name].split())
    assert all(letter.text[one.start : one.end] == one.quote for one in letter.facts.references)


def test_what_else_the_real_letters_say() -> None:
    behalf = real("amnesty-sahel").facts.on_behalf_of
    assert [one.post for one in behalf] == ["minister-bhos"]
    for name in REAL.keys() - {"amnesty-sahel"}:
        assert real(name).facts.on_behalf_of == ()
    titles = {name: real(name).facts.title for name in REAL}
    assert titles == dict.fromkeys(REAL) | {
        "veiligheidsinzet-sahel": "Nederlandse deelname aan vredesmissies"
    }
