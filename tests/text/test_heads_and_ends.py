"""Heads and signatures in many spellings, read from the file to the facts of the letter."""

from typing import Literal

import pytest

from kamergraaf.model import LetterFacts
from kamergraaf.source import SourceFile
from kamergraaf.text import letter

BODY = """\
Geachte voorzitter,

Hierbij informeer ik uw Kamer over de voortgang van de Nederlandse inzet in de regio en over de
stand van zaken van de maatregelen die het kabinet in het najaar heeft genomen. De komende maanden
wordt de inzet voortgezet.

In het voorjaar ontvangt uw Kamer een evaluatie van deze inzet, waarin ook de kosten aan bod komen.
"""
ADDRESS = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"


def read(text: str, form: Literal["txt", "md"]) -> LetterFacts:
    return letter(SourceFile(f"brief.{form}", "0" * 64, text, form)).facts


# form, the end of the letter, who signs, for whom
ENDS = [
    ("txt", "De Minister van Buitenlandse Zaken,               De Minister van Financiën,\n\nWopke B. Hoekstra                                           Sigrid A.M. Kaag\n\nDe Staatssecretaris van Onderwijs, Cultuur en Wetenschap,\n\nGunay Uslu\n", "minister-bz=Wopke B. Hoekstra; minister-financien=Sigrid A.M. Kaag; staatssecretaris-ocw=Gunay Uslu", ""),
    ("txt", "De minister van Buitenlandse Zaken,\t\tDe minister van Defensie,\n\n\n\n\nStef Blok\t\t\tAnk Bijleveld-Schouten\n", "minister-bz=Stef Blok; minister-defensie=Ank Bijleveld-Schouten", ""),
    ("txt", "De minister van                    De minister voor Buitenlandse Handel\nBuitenlandse Zaken,                en Ontwikkelingssamenwerking,\n\n\n\nStef Blok                          Sigrid A.M. Kaag\n", "minister-bz=Stef Blok; minister-bhos=Sigrid A.M. Kaag", ""),
    ("txt", "De staatssecretaris van Onderwijs, Cultuur en Wetenschappen,\n\n(dr. F. van der Ploeg)\n\nDe staatssecretaris van Onderwijs, Cultuur en Wetenschappen,\n\n(drs. K.Y.I.J. Adelmund)\n", "staatssecretaris-ocw=dr. F. van der Ploeg; staatssecretaris-ocw=drs. K.Y.I.J. Adelmund", ""),
    ("txt", "De Minister van Financiën,\n(w.g.) G. Zalm\n", "minister-financien=G. Zalm", ""),
    ("txt", "De Minister van Financiën,\nw.g. G. Zalm\n", "minister-financien=G. Zalm", ""),
    ("txt", "DE MINISTER VAN FINANCIËN,\n\nW.B. HOEKSTRA\n", "minister-financien=W.B. HOEKSTRA", ""),
    ("txt", "De Minister van Volksgezondheid, Welzijn en Sport,\n\ndrs. E.I. Schippers MBA\n", "minister-vws=drs. E.I. Schippers MBA", ""),
    ("txt", "De Minister van Defensie,\n\nG.P. Tuinman, MSc\n", "minister-defensie=G.P. Tuinman, MSc", ""),
    ("txt", "De Minister van Financiën,\ni.b.a.\nde Staatssecretaris van Financiën,\nM. Snel\n", "minister-financien=None; staatssecretaris-financien=M. Snel", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\nbij afwezigheid,\nde Minister voor Ontwikkelingssamenwerking,\nE.L. Herfkens\n", "minister-bz=None; minister-os=E.L. Herfkens", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\nvoor deze,\nde directeur-generaal Europese Samenwerking,\nJ. de Vries\n", "minister-bz=None", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\nB. Bot\n\nmede namens de Minister van Defensie\n", "minister-bz=B. Bot", "minister-defensie"),
    ("txt", "Mede namens de Minister van Defensie,\n\nDe Minister van Buitenlandse Zaken,\nB.R. Bot\n", "minister-bz=B.R. Bot", "minister-defensie"),
    ("txt", "De Minister van Financiën, mede namens de Minister van Buitenlandse Zaken,\n\nW.B. Hoekstra\n", "minister-financien=W.B. Hoekstra", "minister-bz"),
    ("txt", "De minister van Buitenlandse Zaken / De minister van Defensie\nS.A. Blok / A.Th.B. Bijleveld-Schouten\n", "minister-bz=S.A. Blok; minister-defensie=A.Th.B. Bijleveld-Schouten", ""),
    ("txt", "De Ministers van Buitenlandse Zaken, van Defensie en voor Ontwikkelingssamenwerking,\n\nJ.J. van Aartsen\nF.H.G. de Grave\nE.L. Herfkens\n", "minister-bz=J.J. van Aartsen; minister-defensie=F.H.G. de Grave; minister-os=E.L. Herfkens", ""),
    ("txt", "De Ministers van Buitenlandse Zaken en van Defensie,\n\nJ.J. van Aartsen,\n\nF.H.G. de Grave\n", "minister-bz=J.J. van Aartsen; minister-defensie=F.H.G. de Grave", ""),
    ("txt", "J.J. van Aartsen, minister van Buitenlandse Zaken\nF.H.G. de Grave, minister van Defensie\n", "minister-bz=J.J. van Aartsen; minister-defensie=F.H.G. de Grave", ""),
    ("txt", "Wopke Hoekstra – minister van Financiën\n", "minister-financien=Wopke Hoekstra", ""),
    ("md", "**De Minister van Buitenlandse Zaken,**\n\n**Stef Blok**\n\n**De Minister van Defensie,**\n\nDrs. A.Th.B. Bijleveld-Schouten\n", "minister-bz=Stef Blok; minister-defensie=Drs. A.Th.B. Bijleveld-Schouten", ""),
    ("md", "| De minister van Buitenlandse Zaken, | De minister van Defensie, |\n|---|---|\n| Stef Blok | Ank Bijleveld-Schouten |\n", "minister-bz=Stef Blok; minister-defensie=Ank Bijleveld-Schouten", ""),
    ("md", "De minister van Buitenlandse Zaken,  \nStef Blok  \n\nDe minister van Defensie,  \nAnk Bijleveld-Schouten  \n", "minister-bz=Stef Blok; minister-defensie=Ank Bijleveld-Schouten", ""),
    ("txt", "- De Minister van Buitenlandse Zaken, Stef Blok\n- De Minister van Defensie, Ank Bijleveld\n", "minister-bz=Stef Blok; minister-defensie=Ank Bijleveld", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\n\nStef Blok\n\nCc: de Minister van Defensie\nBijlage: verslag\n", "minister-bz=Stef Blok", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\n\nStef Blok\n\nEen gelijkluidende brief is gezonden aan de Voorzitter van de Eerste Kamer der Staten-Generaal.\n", "minister-bz=Stef Blok", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\n\nStef Blok\n\nBijlage 1: Overzicht van de inzet\n\nMissie            Militairen\nMINUSMA           250\nEUTM              15\n", "minister-bz=Stef Blok", ""),
    ("txt", "De vice-minister-president en minister van Financiën,\n\nS.A.M. Kaag\n", "minister-financien=S.A.M. Kaag", ""),
    ("txt", "De Viceminister-President,\nMinister van Financiën,\n\nW.J. Bos\n", "minister-financien=W.J. Bos", ""),
    ("txt", "De Minister van Buitenlandse Zaken a.i.,\n\nT. de Bruijn\n", "minister-bz=T. de Bruijn", ""),
    ("txt", "De Minister van Buitenlandse Zaken (wnd.),\n\nT. de Bruijn\n", "minister-bz=T. de Bruijn", ""),
    ("txt", "De Minister van Defensie,\nJ. A. Hennis – Plasschaert\n", "minister-defensie=J. A. Hennis – Plasschaert", ""),
    ("txt", "Minister van Buitenlandse Zaken\nCaspar Veldkamp\nMinister van Defensie\nRuben Brekelmans\n", "minister-bz=Caspar Veldkamp; minister-defensie=Ruben Brekelmans", ""),
    ("txt", "De minister van Buitenlandse Zaken,   De minister van Defensie,   De minister voor BHOS,\n\nStef Blok                             Ank Bijleveld               Sigrid Kaag\n", "minister-bz=Stef Blok; minister-defensie=Ank Bijleveld; minister-bhos=Sigrid Kaag", ""),
    ("txt", "De minister van Defensie,        De minister van Binnenlandse Zaken en\n                                 Koninkrijksrelaties,\n\nA.Th.B. Bijleveld-Schouten       K.H. Ollongren\n", "minister-defensie=A.Th.B. Bijleveld-Schouten; minister-bzk=K.H. Ollongren", ""),
    ("txt", "De minister van Financiën,\n\n[ondertekend]\n\nE. Heinen\n", "minister-financien=E. Heinen", ""),
    ("txt", "De Minister van Financiën,\n(was getekend)\nG. Zalm\n", "minister-financien=G. Zalm", ""),
    ("txt", "Namens het kabinet,\n\nDe Minister van Buitenlandse Zaken,\nB.R. Bot\n", "minister-bz=B.R. Bot", ""),
    ("txt", "De Minister voor Ontwikkelingssamenwerking,\nMevrouw E.L. Herfkens\n", "minister-os=Mevrouw E.L. Herfkens", ""),
    ("txt", "De Minister van Defensie,\nHenk G.J. Kamp\n", "minister-defensie=Henk G.J. Kamp", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\n\n\nBen Bot\n", "minister-bz=Ben Bot", ""),
    ("txt", "De Minister van Buitenlandse Zaken, J.G. de Hoop Scheffer, De Minister van Defensie, H.G.J. Kamp\n", "minister-bz=J.G. de Hoop Scheffer; minister-defensie=H.G.J. Kamp", ""),
    ("txt", "De Minister van Buitenlandse Zaken en de Minister van Defensie,\n\nF.C.G.M. Timmermans en J.A. Hennis-Plasschaert\n", "minister-bz=F.C.G.M. Timmermans; minister-defensie=J.A. Hennis-Plasschaert", ""),
    ("txt", "De Minister voor Buitenlandse Handel en\nOntwikkelingssamenwerking,\n\nE.M.J. Ploumen\n\nDe Staatssecretaris van Economische Zaken,\nS.A.M. Dijksma\n", "minister-bhos=E.M.J. Ploumen; staatssecretaris-ez=S.A.M. Dijksma", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\n\n![handtekening](x.png)\n\nStef Blok\n", "minister-bz=Stef Blok", ""),
    ("txt", "de minister van\nFinanciën,\n\nJ.R.V.A. Dijsselbloem\n", "minister-financien=J.R.V.A. Dijsselbloem", ""),
    ("txt", "De Minister van Buitenlandse Zaken, S.A. Blok, en de Minister van Defensie, A.Th.B. Bijleveld-Schouten\n", "minister-bz=S.A. Blok; minister-defensie=A.Th.B. Bijleveld-Schouten", ""),
    ("txt", "S.A. Blok (Minister van Buitenlandse Zaken)\n\nAnk Bijleveld (Minister van Defensie)\n", "minister-bz=S.A. Blok; minister-defensie=Ank Bijleveld", ""),
    ("txt", "De Minister van Buitenlandse Zaken,\nS.A. Blok\n\nDe Minister van Defensie,\nvoor deze:\nde Staatssecretaris,\nB. Visser\n", "minister-bz=S.A. Blok; minister-defensie=None", ""),
    ("txt", "De Minister van Financiën,\n\nSigrid A.M. Kaag\n\nDe Staatssecretaris van Financiën – Fiscaliteit en Belastingdienst,\n\nMarnix L.A. van Rij\n", "minister-financien=Sigrid A.M. Kaag; staatssecretaris-financien=Marnix L.A. van Rij", ""),
    ("txt", "De eerste vice-minister-president, minister van Financiën,\n\nSigrid A.M. Kaag\n", "minister-financien=Sigrid A.M. Kaag", ""),
    ("txt", "De minister van Financiën,\n\n\nSigrid A.M. Kaag\nMinister van Financiën\n", "minister-financien=Sigrid A.M. Kaag", ""),
]  # fmt: skip


@pytest.mark.parametrize(("form", "end", "signed", "behalf"), ENDS)
def test_who_signs(form: Literal["txt", "md"], end: str, signed: str, behalf: str) -> None:
    facts = read(f"{ADDRESS}{BODY}\n{end}", form)
    assert "; ".join(f"{one.post}={one.name}" for one in facts.signatories) == signed
    assert " ".join(str(one.post) for one in facts.on_behalf_of) == behalf


# form, the head of the letter, its dossiers, number and title
HEADS = [
    ("txt", "22 181, nr. 223 – De situatie in voormalig Joegoslavië\n\nBRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n's-Gravenhage, 4 december 1998\n\n", "22181 223 | De situatie in voormalig Joegoslavië"),
    ("md", "# Verslag COP28\n\n**Aan:** de Voorzitter van de Tweede Kamer der Staten-Generaal\n**Datum:** 21 december 2023\n**Kenmerk:** DGKE-E / 40311872\n**Dossier:** 31 793, nr. 262\n\n---\n\n", "31793 262 | None"),
    ("md", "**Kamerstuk 32 813 – Kabinetsaanpak Klimaatbeleid**\n\n**Nr. 1402 – Brief van de Minister voor Klimaat en Energie**\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2024\n\n", "32813 1402 | Kabinetsaanpak Klimaatbeleid"),
    ("txt", "Tweede Kamer der Staten-Generaal    2\n\nVergaderjaar 2000-2001\n\n27 603         Uitzending van militairen\n\nNr. 12         BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 12 | Uitzending van militairen"),
    ("txt", "Kamerstuk 27 603 nr. 7\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 7 | None"),
    ("txt", "Kamerstuknummer: 27 603, nr. 7\nDatum: 7 juni 2001\nAan: de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n", "27603 7 | None"),
    ("txt", "27603-7 Brief over UNMEE\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 7 | Brief over UNMEE"),
    ("txt", "Kamerstuk 27603-7\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 7 | None"),
    ("txt", "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2000–2001\n\n26 150\n\nAlgemene Vergadering der Verenigde Naties\n\nNr. 44\n\nBRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\nKST52345\n0001tkkst26150-44\nISSN 0921 - 7371\nSdu Uitgevers\n's-Gravenhage 2001\n\n", "26150 44 | Algemene Vergadering der Verenigde Naties"),
    ("txt", "29 521 en 33 694 Nederlandse deelname aan vredesmissies\n\nNr. 363 Brief van de minister van Defensie\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2018\n\n", "29521+33694 363 | Nederlandse deelname aan vredesmissies"),
    ("txt", "Eerste Kamer der Staten-Generaal\n\nVergaderjaar 2022-2023\n\n29 521, AZ\n\nNederlandse deelname\n\nBRIEF VAN DE MINISTER VAN DEFENSIE\n\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2023\n\n", "29521 AZ | Nederlandse deelname"),
    ("txt", "29 521\nNederlandse deelname aan vredesmissies\n\nG\nBRIEF VAN DE MINISTER VAN DEFENSIE\n\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2023\n\n", "29521 G | Nederlandse deelname aan vredesmissies"),
    ("txt", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 7 juni 2023\nBetreft Reactie op Kamerstuk 29 521, nr. 403\n\n", " None | Reactie op Kamerstuk 29 521, nr. 403"),
    ("txt", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 7 juni 2023\nUw kenmerk\n29 521, nr. 403\nBetreft\nReactie\n\n", " None | Reactie"),
    ("txt", "TWEEDE KAMER 1998–1999, 22 181, nr. 223   blad 1\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 1998\n\n", "22181 223 | None"),
    ("txt", "26 800 V Vaststelling van de begroting van Buitenlandse Zaken (V) voor het jaar 2000\n\nNr. 36\n\nBRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2000\n\n", "26800-V 36 | Vaststelling van de begroting van Buitenlandse Zaken (V) voor het jaar 2000"),
    ("txt", "22 181 Situatie in voormalig Joegoslavië, nr. 109\n\nBRIEF VAN DE MINISTER\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 1995\n\n", "22181 109 | Situatie in voormalig Joegoslavië"),
    ("txt", "Nr. 36\n27 603\nUitzending\n\nBRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 36 | Uitzending"),
    ("txt", "27 603\nUitzending\n\nNr. 36\nHERDRUK\nBRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 36 | Uitzending"),
    ("txt", "27 603/26 150, nr. 36\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603+26150 36 | None"),
    ("txt", "27 603 – nr. 36\nUitzending van militairen\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 36 | Uitzending van militairen"),
    ("txt", "Dossier 27 603, stuk 36\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 36 | None"),
    ("txt", "TK 27 603, nr. 36\nUitzending van militairen\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 36 | Uitzending van militairen"),
    ("txt", "Kamerstukken II, 2000-2001, 27 603, nr. 36\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 7 juni 2001\n\n", "27603 36 | None"),
    ("txt", "Eerste Kamer der Staten-Generaal\n\nVergaderjaar 2000–2001\n\n27 603\nUitzending\n\nNr. 58a\n\nBRIEF VAN DE MINISTER VAN DEFENSIE\n\nDen Haag, 7 juni 2001\n\n", "27603 58a | Uitzending"),
    ("txt", "27 603, stuk nr. 12\nUitzending van militairen\n\nDen Haag, 7 juni 2001\n\n", "27603 12 | Uitzending van militairen"),
    ("txt", "21 501-03\nBegrotingsraad\n\nNr. 77 NOTA VAN DE MINISTER VAN FINANCIËN\n\nDen Haag, 7 juni 2001\n\n", "21501-03 77 | Begrotingsraad"),
    ("txt", "27 603 Uitzending van militairen\n\nNo. 12\n\nDen Haag, 7 juni 2001\n\n", "27603 12 | Uitzending van militairen"),
    ("txt", "TWEEDE KAMER DER STATEN-GENERAAL, vergaderjaar 2000-2001, 27 603, nr. 12\n\nDen Haag, 7 juni 2001\n\n", "27603 12 | None"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "head", "said"), HEADS)
def test_what_the_head_says(form: Literal["txt", "md"], head: str, said: str) -> None:
    facts = read(f"{head}{BODY}\nDe Minister van Defensie,\nS.A. Blok\n", form)
    assert f"{'+'.join(facts.dossiers)} {facts.number} | {facts.title}" == said
    assert facts.date is not None and facts.date_source == "stated"


def test_the_registration_number_of_the_question_is_a_reference() -> None:
    head = f"{ADDRESS}Datum 22 april 2022\n\nOns kenmerk\n2022D11111\n\nUw brief (kenmerk)\n2022Z06891\n\n"
    assert [one.target for one in read(f"{head}{BODY}", "txt").references] == ["2022Z06891"]


def test_what_is_asked_on_a_day_with_its_year_dates_the_letter() -> None:
    asked = "Hiermee kom ik tegemoet aan het verzoek van uw commissie van 17 september 2020 om informatie. Op 22 oktober jl. werd Hariri gekozen."
    facts = read(f"Geachte voorzitter,\n\n{asked}\n", "txt")
    assert facts.date is not None and facts.date_source == "inferred"
    assert facts.date.edtf.startswith("2020-10")
