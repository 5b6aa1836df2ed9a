"""Letters in other layouts than the five: what each paragraph is, and that no word is lost."""

import re
from textwrap import dedent

import pytest

from kamergraaf.text.clean import clean
from kamergraaf.text.sentences import split

RIJKSOVERHEID = """\
> Retouradres Postbus 20061 2500 EB Den Haag

Aan de Voorzitter van de
Tweede Kamer der Staten-Generaal
Prinses Irenestraat 6
Den Haag

Datum   15 januari 2024
Betreft Kamerbrief inzake de Nederlandse bijdrage aan de
        EU-missie in Armenië

Onze referentie
BZ2402345
Bijlage(n)
1

Geachte voorzitter,

Hierbij bied ik u, mede namens de minister van Defensie, de brief aan over de
Nederlandse bijdrage aan de EU-missie in Armenië (EUMA). Het kabinet heeft op 12
januari jl. besloten drie waarnemers te leveren.

De minister van Buitenlandse Zaken,



Hanke Bruins Slot

                                                                  Pagina 1 van 1
"""
RIJKSOVERHEID_READ = """\
head: Retouradres Postbus 20061 2500 EB Den Haag
head: Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
head: Prinses Irenestraat 6
head: Den Haag
head: Datum 15 januari 2024
head: Betreft Kamerbrief inzake de Nederlandse bijdrage aan de EU-missie in Armenië
head: Onze referentie
head: BZ2402345
head: Bijlage(n)
head: 1
head: Geachte voorzitter,
body: Hierbij bied ik u, mede namens de minister van Defensie, de brief aan over de Nederlandse \
bijdrage aan de EU-missie in Armenië (EUMA). Het kabinet heeft op 12 januari jl. besloten drie \
waarnemers te leveren.
signature: De minister van Buitenlandse Zaken,
signature: Hanke Bruins Slot
"""

TWO_COLUMNS = """\
                                                 Directie Veiligheidsbeleid
Aan de Voorzitter van de Tweede Kamer            Rijnstraat 8
der Staten-Generaal                              2515 XP Den Haag
Postbus 20018                                    www.rijksoverheid.nl
2500 EA Den Haag
                                                 Onze referentie
                                                 BZDOC-123-45
Datum    3 oktober 2014
Betreft  Bijdrage aan de strijd tegen ISIS in Irak

Geachte voorzitter,

Het kabinet heeft besloten zes F-16's beschikbaar te stellen voor de strijd tegen ISIS.

De Minister van Buitenlandse Zaken,          De Minister van Defensie,

F.C.G.M. Timmermans                          J.A. Hennis-Plasschaert
"""
TWO_COLUMNS_READ = """\
head: Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
head: Postbus 20018
head: 2500 EA Den Haag
head: Directie Veiligheidsbeleid
head: Rijnstraat 8
head: 2515 XP Den Haag
head: www.rijksoverheid.nl
head: Onze referentie
head: BZDOC-123-45
head: Datum 3 oktober 2014
head: Betreft Bijdrage aan de strijd tegen ISIS in Irak
head: Geachte voorzitter,
body: Het kabinet heeft besloten zes F-16's beschikbaar te stellen voor de strijd tegen ISIS.
signature: De Minister van Buitenlandse Zaken,
signature: F.C.G.M. Timmermans
signature: De Minister van Defensie,
signature: J.A. Hennis-Plasschaert
"""

OF_1998 = """\
TWEEDE KAMER DER STATEN-GENERAAL

Vergaderjaar 1997-1998

25 000 V     Vaststelling van de begroting van de uitgaven en de ontvangsten van
             het Ministerie van Buitenlandse Zaken (V) voor het jaar 1998

Nr. 78       BRIEF VAN DE MINISTER VOOR ONTWIKKELINGSSAMENWERKING

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

's-Gravenhage, 3 maart 1998

   Tijdens het overleg van 12 februari jl. heb ik u toegezegd nader in te gaan
op de wederopbouw van Bosnië-Herzegovina. Met deze brief kom ik die toezeg-
ging na.
   Nederland heeft in 1997 f 120 miljoen besteed aan herstel van woningen. De
Wereldbank heeft daarvan f 40 miljoen beheerd.

De Minister voor Ontwikkelingssamenwerking,
J.P. Pronk

Sdu Uitgevers 's-Gravenhage 1998
"""
OF_1998_READ = """\
head: TWEEDE KAMER DER STATEN-GENERAAL
head: Vergaderjaar 1997-1998
head: 25 000 V Vaststelling van de begroting van de uitgaven en de ontvangsten van het Ministerie \
van Buitenlandse Zaken (V) voor het jaar 1998
head: Nr. 78 BRIEF VAN DE MINISTER VOOR ONTWIKKELINGSSAMENWERKING
head: Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
head: 's-Gravenhage, 3 maart 1998
body: Tijdens het overleg van 12 februari jl. heb ik u toegezegd nader in te gaan op de \
wederopbouw van Bosnië-Herzegovina. Met deze brief kom ik die toezegging na.
body: Nederland heeft in 1997 f 120 miljoen besteed aan herstel van woningen. De Wereldbank heeft \
daarvan f 40 miljoen beheerd.
signature: De Minister voor Ontwikkelingssamenwerking,
signature: J.P. Pronk
"""

E_MAIL = """\
Van: Parlementaire zaken
Aan: Griffie commissie voor Justitie en Veiligheid
Datum: vrijdag 3 februari 2023 14:12
Onderwerp: Reactie op het verzoek over de meldplicht

Geachte griffier,

Hierbij de reactie van de minister op het verzoek van uw commissie over de
meldplicht. De minister zal de Kamer voor 1 april informeren over de uitkomst.

Met vriendelijke groet,

De minister van Justitie en Veiligheid,
D. Yeşilgöz-Zegerius
"""
E_MAIL_READ = """\
head: Van: Parlementaire zaken
head: Aan: Griffie commissie voor Justitie en Veiligheid
head: Datum: vrijdag 3 februari 2023 14:12
head: Onderwerp: Reactie op het verzoek over de meldplicht
head: Geachte griffier,
body: Hierbij de reactie van de minister op het verzoek van uw commissie over de meldplicht. De \
minister zal de Kamer voor 1 april informeren over de uitkomst.
signature: Met vriendelijke groet,
signature: De minister van Justitie en Veiligheid,
signature: D. Yeşilgöz-Zegerius
"""

WIKI = """\
= Brief over Afghanistan =

De '''NAVO''' heeft [[Resolute Support|de missie]] beëindigd. Nederland heeft ''alle'' militairen teruggehaald.

== Evacuatie ==

* Nederland heeft 1.600 mensen overgebracht;
* er staan nog ''ongeveer'' 700 mensen op de lijst.

=== Vervolg ===
Het kabinet informeert de Kamer in oktober.
"""
WIKI_READ = """\
heading1: Brief over Afghanistan
body: De NAVO heeft de missie beëindigd. Nederland heeft alle militairen teruggehaald.
heading2: Evacuatie
bullet: Nederland heeft 1.600 mensen overgebracht;
bullet: er staan nog ongeveer 700 mensen op de lijst.
heading3: Vervolg
body: Het kabinet informeert de Kamer in oktober.
"""

NUMBERED = """\
1. Inleiding

Het kabinet geeft in deze brief de stand van zaken van het klimaatbeleid en van de
uitvoering van het Klimaatakkoord.

2. Maatregelen

2.1 Elektriciteit

Het kabinet trekt € 750 miljoen uit voor wind op zee.

2.1.1. Net op zee

TenneT legt de aansluiting aan.

3. Slot

Over de voortgang zal ik u voor Prinsjesdag berichten.
"""
NUMBERED_READ = """\
heading1: 1. Inleiding
body: Het kabinet geeft in deze brief de stand van zaken van het klimaatbeleid en van de \
uitvoering van het Klimaatakkoord.
heading1: 2. Maatregelen
heading2: 2.1 Elektriciteit
body: Het kabinet trekt € 750 miljoen uit voor wind op zee.
heading3: 2.1.1. Net op zee
body: TenneT legt de aansluiting aan.
heading1: 3. Slot
body: Over de voortgang zal ik u voor Prinsjesdag berichten.
"""

NO_HEAD = """\
In het commissiedebat van 8 juni heb ik toegezegd u te informeren over de
wachttijden in de jeugdzorg. De wachttijden zijn in 2022 niet gedaald.

Ik zal met de gemeenten afspraken maken over een norm.
"""
NO_HEAD_READ = """\
body: In het commissiedebat van 8 juni heb ik toegezegd u te informeren over de wachttijden in de \
jeugdzorg. De wachttijden zijn in 2022 niet gedaald.
body: Ik zal met de gemeenten afspraken maken over een norm.
"""

LONG_BULLETS = """\
Het kabinet neemt de volgende maatregelen:

• De bijdrage aan de missie in Irak wordt met een jaar verlengd. Daarbij
  wordt het aantal trainers verhoogd van 100 naar 120, onder wie ook de
  militairen van de Koninklijke Marechaussee.

• De bijdrage aan de missie in Afghanistan wordt

  beëindigd; de laatste militairen keren voor de zomer
  terug.
  o   Het materieel volgt over zee.
  o   De kosten daarvan zijn EUR 3 mln.

a. De Kamer wordt
   hierover geïnformeerd.
b. De evaluatie volgt in 2025.

Deze maatregelen passen binnen de begroting van het Ministerie van Defensie voor
dit jaar.
"""
LONG_BULLETS_READ = """\
body: Het kabinet neemt de volgende maatregelen:
bullet: De bijdrage aan de missie in Irak wordt met een jaar verlengd. Daarbij wordt het aantal \
trainers verhoogd van 100 naar 120, onder wie ook de militairen van de Koninklijke Marechaussee.
bullet: De bijdrage aan de missie in Afghanistan wordt beëindigd; de laatste militairen keren voor \
de zomer terug.
bullet: Het materieel volgt over zee.
bullet: De kosten daarvan zijn EUR 3 mln.
bullet: a. De Kamer wordt hierover geïnformeerd.
bullet: b. De evaluatie volgt in 2025.
body: Deze maatregelen passen binnen de begroting van het Ministerie van Defensie voor dit jaar.
"""

DASHES_IN_TEXT = """\
Het kabinet heeft – na overleg met de bondgenoten en met de Kamer – besloten
– zoals eerder gemeld – de missie in Bosnië te verlengen tot eind 2023 en in
2024. De bijdrage van 150 militairen aan deze operatie van de Europese Unie
blijft gelijk.
"""
DASHES_IN_TEXT_READ = """\
body: Het kabinet heeft – na overleg met de bondgenoten en met de Kamer – besloten – zoals eerder \
gemeld – de missie in Bosnië te verlengen tot eind 2023 en in 2024. De bijdrage van 150 militairen \
aan deze operatie van de Europese Unie blijft gelijk.
"""

MARKDOWN_TABLE = """\
## Uitgaven

| Missie | 2023 | 2024 |
|:-------|-----:|-----:|
| MINUSMA | 12,5 | **3,0** |
| EUTM Mali | 1,1 | |

De uitgaven staan in *miljoenen* euro's.
"""
MARKDOWN_TABLE_READ = """\
heading2: Uitgaven
table-row: Missie | 2023 | 2024
table-row: MINUSMA | 12,5 | 3,0
table-row: EUTM Mali | 1,1
body: De uitgaven staan in miljoenen euro's.
"""

PLAIN_TABLE = """\
De uitgaven voor de missies zijn als volgt verdeeld over de jaren en over de
begrotingen van de ministeries.

Missie                2023      2024
MINUSMA               12,5       3,0
EUTM Mali              1,1         –

Het kabinet houdt rekening met tegenvallers.
"""
PLAIN_TABLE_READ = """\
body: De uitgaven voor de missies zijn als volgt verdeeld over de jaren en over de begrotingen van \
de ministeries.
table-row: Missie | 2023 | 2024
table-row: MINUSMA | 12,5 | 3,0
table-row: EUTM Mali | 1,1 | –
body: Het kabinet houdt rekening met tegenvallers.
"""

HTML = """\
<h1>Kamerbrief over asiel</h1>
<p>Het kabinet heeft <b>besloten</b> de opvang<br>uit te breiden.</p>
<ul><li>Er komen 2.000 plaatsen;</li><li>het COA voert dit uit<sup>1</sup>.</li></ul>
<table><tr><th>Jaar</th><th>Plaatsen</th></tr><tr><td>2023</td><td>2.000</td></tr></table>
<hr>
<p><sup>1</sup> Kamerstuk 19 637, nr. 3000.</p>
"""
HTML_READ = """\
heading1: Kamerbrief over asiel
body: Het kabinet heeft besloten de opvang uit te breiden.
bullet: Er komen 2.000 plaatsen;
bullet: het COA voert dit uit.
table-row: Jaar | Plaatsen
table-row: 2023 | 2.000
footnote: Kamerstuk 19 637, nr. 3000.
"""

PAGES = """\
Het kabinet heeft met de Verenigde Staten, het Verenigd Koninkrijk en met
Tweede Kamer, vergaderjaar 2022–2023, 36 045, nr. 108 1
\f
Duitsland afgesproken 14 tanks van het type Leopard 2 te leveren. Deze zijn
uiterlijk in de zomer van 2024 beschikbaar voor de strijdkrachten van
Oekraïne.

- 2 -

De kosten bedragen EUR 165 miljoen, waarvan Denemarken de helft voor zijn
rekening neemt.
Tweede Kamer, vergaderjaar 2022–2023, 36 045, nr. 108 2
"""
PAGES_READ = """\
body: Het kabinet heeft met de Verenigde Staten, het Verenigd Koninkrijk en met Duitsland \
afgesproken 14 tanks van het type Leopard 2 te leveren. Deze zijn uiterlijk in de zomer van 2024 \
beschikbaar voor de strijdkrachten van Oekraïne.
body: De kosten bedragen EUR 165 miljoen, waarvan Denemarken de helft voor zijn rekening neemt.
"""

QUESTIONS = """\
**Vraag 1**
Bent u bekend met het bericht «Nederland stopt missie»?

**Antwoord**
Ja.

**Vraag 2**
Wanneer keren de militairen terug?

**Antwoord**
De militairen keren in mei terug. Zie ook het antwoord op vraag 1.
"""
QUESTIONS_READ = """\
heading1: Vraag 1
body: Bent u bekend met het bericht «Nederland stopt missie»?
heading1: Antwoord
body: Ja.
heading1: Vraag 2
body: Wanneer keren de militairen terug?
heading1: Antwoord
body: De militairen keren in mei terug. Zie ook het antwoord op vraag 1.
"""

UNWRAPPED = """\
Inleiding
Het kabinet heeft besloten de bijdrage aan de missie in Kosovo te beëindigen. De laatste militairen keren in december terug.
Daarnaast levert Nederland twee politiefunctionarissen aan EULEX, die in Pristina worden geplaatst.
Financiën
De uitgaven komen ten laste van het Budget Internationale Veiligheid.
"""
UNWRAPPED_READ = """\
heading1: Inleiding
body: Het kabinet heeft besloten de bijdrage aan de missie in Kosovo te beëindigen. De laatste \
militairen keren in december terug.
body: Daarnaast levert Nederland twee politiefunctionarissen aan EULEX, die in Pristina worden \
geplaatst.
heading1: Financiën
body: De uitgaven komen ten laste van het Budget Internationale Veiligheid.
"""

SIGNED_ABOVE = """\
Ik hoop u hiermee voldoende te hebben geïnformeerd

Hoogachtend,

Ernst Kuipers
Minister van Volksgezondheid, Welzijn en Sport

Bijlage 1

De stand van de voorraden is per 1 mei vastgesteld.
"""
SIGNED_ABOVE_READ = """\
body: Ik hoop u hiermee voldoende te hebben geïnformeerd
signature: Hoogachtend,
signature: Ernst Kuipers
signature: Minister van Volksgezondheid, Welzijn en Sport
heading1: Bijlage 1
body: De stand van de voorraden is per 1 mei vastgesteld.
"""

LONG_OFFICE = """\
Over de uitkomst van dit overleg wordt uw Kamer voor het einde van het jaar nader
geïnformeerd.

De Minister voor Buitenlandse Handel en
Ontwikkelingssamenwerking,
E.M.J. Ploumen

Mede namens de Staatssecretaris van Veiligheid en Justitie,
K.H.D.M. Dijkhoff
"""
LONG_OFFICE_READ = """\
body: Over de uitkomst van dit overleg wordt uw Kamer voor het einde van het jaar nader geïnformeerd.
signature: De Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking,
signature: E.M.J. Ploumen
signature: Mede namens de Staatssecretaris van Veiligheid en Justitie,
signature: K.H.D.M. Dijkhoff
"""

DOUBLE_SPACED = """\
Het kabinet besloot in 2018 het onderzoek samen met de partners financieel te

ondersteunen. De landen hebben een financiële bijdrage van 4,1 miljoen dollar

geleverd, waarvan 2,3 miljoen dollar Nederlandse steun betreft. Deze bijdrage

vloeit voort uit het belang dat Nederland hecht aan respect voor het recht.

Nederlandse inzet in de Sahel

De inspanningen op het gebied van veiligheid en ontwikkelingssamenwerking zijn

gericht op het versterken van de capaciteiten van de landen. Tijdens de G5-

Saheltop op 15 en 16 februari jl. benadrukte de minister het belang daarvan.
"""
DOUBLE_SPACED_READ = """\
body: Het kabinet besloot in 2018 het onderzoek samen met de partners financieel te ondersteunen. \
De landen hebben een financiële bijdrage van 4,1 miljoen dollar geleverd, waarvan 2,3 miljoen \
dollar Nederlandse steun betreft. Deze bijdrage vloeit voort uit het belang dat Nederland hecht \
aan respect voor het recht.
heading1: Nederlandse inzet in de Sahel
body: De inspanningen op het gebied van veiligheid en ontwikkelingssamenwerking zijn gericht op \
het versterken van de capaciteiten van de landen. Tijdens de G5-Saheltop op 15 en 16 februari jl. \
benadrukte de minister het belang daarvan.
"""

SECOND_PAGE = """\
Aan de voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Datum
Betreft

7 juni 2019
Inzet mariniers in de Golf van Guinee

Ministerie van Defensie
Plein 4
MPC 58 B
Postbus 20701
2500 ES Den Haag
www.defensie.nl
Onze referentie
BS2019010771
Bij beantwoording, datum,
onze referentie en onderwerp
vermelden.

Geachte voorzitter,

Met deze brief informeer ik u over de inzet van mariniers in de Golf van
Guinee. De inzet duurt zes maanden en staat onder nationaal bevel. Zoals ik u
heb gemeld in mijn brief van 3 mei jl. (Kamerstuk 29 521, nr. 381) neemt de pira-
terij daar toe. Nederland heeft in 2018 met 120 mariniers in het gebied ge-

Pagina 1 van 2

Ministerie van Defensie
Datum
7 juni 2019
Onze referentie
BS2019010771

oefend. Het kabinet heeft nu besloten in het najaar van 2019 opnieuw 60 mariniers in te
zetten, mits de veiligheidssituatie dat toelaat.

Vraag 12
Hoeveel kost dit?
Antwoord op vraag 12
EUR 3,1 miljoen (prijspeil 2019).

- Deze inzet wordt betaald uit het BIV
- De kosten voor 2020 zijn nog niet bekend
- Het kabinet informeert u daarover bij Voorjaarsnota

Hoogachtend,

DE MINISTER VAN DEFENSIE


drs. A.Th.B. Bijleveld-Schouten

Pagina 2 van 2
"""
SECOND_PAGE_READ = """\
head: Aan de voorzitter van de Tweede Kamer der Staten-Generaal
head: Postbus 20018
head: 2500 EA DEN HAAG
head: Datum
head: Betreft
head: 7 juni 2019
head: Inzet mariniers in de Golf van Guinee
head: Ministerie van Defensie
head: Plein 4
head: MPC 58 B
head: Postbus 20701
head: 2500 ES Den Haag
head: www.defensie.nl
head: Onze referentie
head: BS2019010771
head: Bij beantwoording, datum, onze referentie en onderwerp vermelden.
head: Geachte voorzitter,
body: Met deze brief informeer ik u over de inzet van mariniers in de Golf van Guinee. De inzet \
duurt zes maanden en staat onder nationaal bevel. Zoals ik u heb gemeld in mijn brief van 3 mei \
jl. (Kamerstuk 29 521, nr. 381) neemt de piraterij daar toe. Nederland heeft in 2018 met 120 \
mariniers in het gebied geoefend. Het kabinet heeft nu besloten in het najaar van 2019 opnieuw 60 \
mariniers in te zetten, mits de veiligheidssituatie dat toelaat.
heading1: Vraag 12
body: Hoeveel kost dit?
heading1: Antwoord op vraag 12
body: EUR 3,1 miljoen (prijspeil 2019).
bullet: Deze inzet wordt betaald uit het BIV
bullet: De kosten voor 2020 zijn nog niet bekend
bullet: Het kabinet informeert u daarover bij Voorjaarsnota
signature: Hoogachtend,
signature: DE MINISTER VAN DEFENSIE
signature: drs. A.Th.B. Bijleveld-Schouten
"""

LAYOUTS = {
    name.lower(): (value, globals()[f"{name}_READ"])
    for name, value in list(globals().items())
    if f"{name}_READ" in globals()
}


def paragraphs(source: str) -> str:
    cleaned = clean(dedent(source))
    return "".join(
        f"{one.kind}{one.level or ''}: {cleaned.text[one.start : one.end]}\n"
        for one in cleaned.paragraphs
    )


def test_there_are_so_many_layouts() -> None:
    assert len(LAYOUTS) >= 19


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_layout(name: str) -> None:
    source, read = LAYOUTS[name]
    assert paragraphs(source) == read


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_no_word_is_lost_or_made(name: str) -> None:
    source, _ = LAYOUTS[name]
    cleaned = clean(source)
    read = " ".join([cleaned.text, *cleaned.running_heads])
    plain = re.sub(r"<[^>]+>|\[\[[^|\]]*\|", " ", source)
    assert sorted(words(read)) == sorted(words(whole(plain)))


def whole(text: str) -> str:
    """Return the text with the words joined that are broken at a line or page end."""
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text)
    return re.sub(r" ge-\n(.*?)\noefend", r" geoefend \1", text, flags=re.DOTALL)


def words(text: str) -> list[str]:
    """Return the words of two letters or more; a bullet may be a letter."""
    return re.findall(r"[^\W\d_]{2,}", text)


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_sentences_stay_in_their_paragraph(name: str) -> None:
    cleaned = clean(LAYOUTS[name][0])
    found = split(cleaned.text, cleaned.paragraphs)
    assert {one.paragraph for one in found} == set(range(len(cleaned.paragraphs)))
