"""Gold letters and what a perfect extractor would print for them, to plant errors in."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

Json = dict[str, Any]
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
REAL_GOLD = sorted([*CORPUS.glob("gold/*.json"), *CORPUS.glob("written/gold/*.json")])

STATES = {
    "made": ("fulfilled", "reported"),
    "ongoing": ("active", "reported"),
    "decided": ("active", "decided"),
    "planned": ("announced", "intended"),
    "conditional": ("announced", "conditional"),
    "considered": ("under-consideration", "exploratory"),
    "suspended": ("suspended", "reported"),
    "ended": ("ended", "decided"),
}
CHANGES = {
    "mandate-extension": "extended",
    "mandate-end": "not-renewed",
    "suspension": "suspended",
}


def quoted(quote: str, text: list[str]) -> Json:
    """Add a quote to the text and return it with its offsets."""
    start = sum(len(line) + 1 for line in text)
    text.append(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


def found_id(letter: str, name: str) -> str:
    return f"https://example.org/{letter}/{name}"


def found_commitment(gold: Json, text: list[str], letter: str) -> Json:
    status, modality = STATES[gold["status"]]
    links = [{**each, "to": found_id(*each["to"].split(":"))} for each in gold.get("links", ())]
    return {
        **quoted(gold["quote"], text),
        "id": found_id(letter, gold["id"]),
        "actor": gold["actor"],
        "kind": "personnel" if gold["type"] in CHANGES else gold["type"],
        "change": CHANGES.get(gold["type"], gold.get("change", "restated")),
        "status": status,
        "modality": modality,
        "vague": False,
        "missions": list(gold["missions"]),
        "countries": [name for name in gold["countries"] if name != "Nederland"],
        "amounts": [
            {"scope": "dutch-share", "per": None, **deepcopy(each)} for each in gold["amounts"]
        ],
        "personnel": [{**each, "shared_with": []} for each in deepcopy(gold["personnel"])],
        "dates": deepcopy(gold.get("dates", [])),
        "conditions": list(gold.get("conditions", ())),
        "links": links,
        "rule": "gold",
        "confidence": 1.0,
    }


def found_letter(gold: Json) -> Json:
    inferred = None if gold["date"] else gold["date_inferred"]
    return {
        "file": f"letters/{gold['file']}",
        "dossiers": list(gold["dossiers"]),
        "number": gold["number"],
        "date": gold["date"] or inferred,
        "date_earliest": f"{inferred}-01" if inferred else gold["date"],
        "date_latest": f"{inferred}-28" if inferred else gold["date"],
        "date_source": "inferred" if inferred else "stated",
        "chamber": gold["chamber"] or gold.get("chamber_inferred"),
        "chamber_source": "stated" if gold["chamber"] else "inferred",
        "signatories": [
            {**each, "name_source": "stated" if each["name"] else None, "id": None}
            for each in gold["signatories"]
        ],
        "references": list(gold["references"]),
    }


def as_found(gold: Json) -> Json:
    """Return what an extractor prints that finds all of ``gold`` and nothing else."""
    text: list[str] = []
    slug = gold["letter"]["file"].rpartition(".")[0]
    found: Json = {
        "letter": found_letter(gold["letter"]),
        "missions": [
            {"name": each["name"], "surface_forms": [each["name"]]} for each in gold["missions"]
        ],
        "countries": [{"name": name} for name in gold["countries"] if name != "Nederland"],
        "organisations": [{"name": each["name"]} for each in gold["organisations"]],
        "persons": [{"name": each["name"]} for each in gold["persons"]],
        "commitments": [found_commitment(each, text, slug) for each in gold["commitments"]],
        "meetings": [
            {
                **quoted(each["quote"], text),
                "who": [name.split(" (")[0] for name in each["who"]],
                "with": each["with"],
                "date": each["date"],
            }
            for each in gold["meetings"]
        ],
    }
    found["letter"]["text"] = "\n".join(text)
    return found


def small_gold() -> Json:
    """Return a letter with four core commitments, one that is not core, two traps and a meeting."""

    def item(name: str, quote: str, kind: str, status: str, **more: Any) -> Json:
        base: Json = {"missions": [], "countries": [], "amounts": [], "personnel": []}
        base |= {"actor": "kabinet", "dates": [], "core": True}
        return {"id": name, "quote": quote, "type": kind, "status": status, **base, **more}

    return {
        "letter": {
            "file": "brief.txt",
            "dossiers": ["27925"],
            "number": "812",
            "date": "2021-06-18",
            "date_inferred": "2021-06",
            "chamber": "TK",
            "signatories": [{"office": "Minister van Defensie", "name": "A.Th.B. Bijleveld"}],
            "references": ["27925-800", "29521-363"],
            "references_detail": [
                {
                    "refs": ["29521-363"],
                    "co_dossiers": ["33694"],
                    "accept_also": ["33694-363"],
                }
            ],
        },
        "missions": [
            {"name": "RSM", "surface_forms": ["RSM", "Resolute Support"]},
            {"name": "NMI", "surface_forms": ["NMI", "NATO Mission Iraq"]},
            {"name": "EU-missies", "surface_forms": ["EU-missies"], "optional": True},
        ],
        "countries": ["Nederland", "Afghanistan", "Irak"],
        "organisations": [
            {"name": "NAVO", "kind": "IGO"},
            {"name": "ICOI", "kind": "body", "also_acceptable_as_mission": True},
        ],
        "persons": [{"name": "Stoltenberg", "role": "SG"}, {"name": None, "role": "premier"}],
        "commitments": [
            item(
                "c1",
                "Het kabinet heeft besloten maximaal 160 militairen te leveren aan Resolute Support",
                "personnel",
                "decided",
                missions=["RSM"],
                countries=["Afghanistan", "Nederland"],
                missions_accept=["NMI"],
                personnel=[{"value": 160, "qualifier": "max", "role": "militairen"}],
                personnel_accept=[{"value": 120, "qualifier": "max"}],
                dates=[{"role": "end", "value": "2021-09"}],
                conditions=["mits het vliegveld van Kaboel open blijft"],
                restated_in=["De Nederlandse bijdrage met militairen in Kaboel is dus voortgezet."],
            ),
            item(
                "c2",
                "Voor de steun aan de Afghaanse politie is dit jaar 20 miljoen euro beschikbaar",
                "financial",
                "ongoing",
                countries=["Afghanistan"],
                countries_accept=["Irak"],
                amounts=[{"value": 20000000, "currency": "EUR", "per": "year"}],
                amounts_accept=[{"value": 5000000, "currency": "EUR"}],
                change="reduced",
                change_accept=["restated"],
            ),
            item(
                "c3",
                "Nederland levert trainers en geld aan de opbouw van het leger in Irak",
                "personnel",
                "ongoing",
                actor_accept=["Minister van Defensie"],
                type_alt=["training"],
                missions=["NMI"],
                countries=["Irak"],
            ),
            item(
                "c4",
                "Nederland levert trainers en geld aan de opbouw van het leger in Irak",
                "financial",
                "ongoing",
                status_accept=["planned"],
                missions=["NMI", "EU-missies"],
                countries=["Irak"],
            ),
            item(
                "c5",
                "Het kabinet hecht zeer aan goede samenwerking binnen het bondgenootschap",
                "policy",
                "ongoing",
                core=False,
            ),
        ],
        "meetings": [
            {
                "quote": "Op 14 juni sprak ik met mijn Duitse collega over de terugtrekking",
                "who": ["Minister van Defensie"],
                "with": ["Duitse collega"],
                "date": "2021-06-14",
                "date_end": "2021-06-15",
            },
            {
                "quote": "De leiders van de G7 kwamen in het weekeinde bijeen in Cornwall",
                "who": ["G7"],
                "with": [],
                "date": "2021-06-12",
                "dutch_participation": False,
            },
        ],
        "not_commitments": [
            {"quote": "De Verenigde Staten trekken hun troepen voor 11 september terug", "why": ""},
            {"quote": "Duitsland verlengt zijn mandaat in Irak met een jaar", "why": "Germany"},
        ],
    }


@pytest.fixture
def brief() -> Json:
    """Return the gold of a small letter."""
    return small_gold()


@pytest.fixture
def found(brief: Json) -> Json:
    """Return what a perfect extractor prints for ``brief``."""
    return as_found(brief)


@pytest.fixture(params=REAL_GOLD, ids=lambda path: path.stem)
def real_gold(request: pytest.FixtureRequest) -> Json:
    """Return each annotated letter of the corpus."""
    letter: Json = json.loads(request.param.read_text(encoding="utf-8"))
    return letter


@pytest.fixture
def to_found() -> Callable[[Json], Json]:
    """Return the function that turns gold into what a perfect extractor prints."""
    return as_found
