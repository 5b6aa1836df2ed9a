"""The tables of the written letters' data sheet, made from their gold: ``python -m tests.datasheet``."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kamergraaf.evaluate.phenomena import OTHER, groups, of_item, of_letter

Json = dict[str, Any]
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
WRITTEN = CORPUS / "written"
README = WRITTEN / "README.md"
SECOND_READING = WRITTEN / "second-reading.csv"
CONTINENTS = {
    "Europe": (
        "Bosnië en Herzegovina|Bosnië-Herzegovina|Georgië|Griekenland|Kosovo|Litouwen|Macedonië"
        "|Oekraïne|Verenigd Koninkrijk|Hongarije|Wit-Rusland|Servië|Kroatië|Estland|Italië|Malta|Spanje"
        "|Albanië|Joegoslavië|Nederland|België|Roemenië|Moldavië|Rusland"
    ),
    "Africa": (
        "Burkina Faso|Centraal-Afrikaanse Republiek|Democratische Republiek Congo|Mali|Djibouti|Egypte|Eritrea|Ethiopië|Ghana|Guinee|Guinee-Bissau"
        "|Ivoorkust|Liberia|Libië|Mozambique|Namibië|Oeganda|Sierra Leone|Soedan|Somalië|Tsjaad"
        "|Zuid-Soedan|Kaapverdië|Kenia|Marokko|Angola|Niger|Nigeria|Rwanda|Burundi|Zuid-Sudan|Tanzania"
    ),
    "Asia": (
        "Afghanistan|Irak|Israël|Jemen|Libanon|Oost-Timor|Palestijnse Gebieden|Syrië|Turkije"
        "|Bahrein|Bangladesh|Cambodja|Filipijnen|Indonesië|Myanmar|Armenië|Thailand|Kazachstan|Jordanië"
    ),
    "Americas": "Colombia|Haïti|Panama|Peru",
}


@cache
def letters() -> tuple[Json, ...]:
    """Return the gold of all written letters, by date."""
    read = [json.loads(file.read_text("utf-8")) for file in (WRITTEN / "gold").glob("*.json")]
    return tuple(sorted(read, key=lambda each: (day(each), each["letter"]["file"])))


def day(gold: Json) -> str:
    """Return the date of a letter, the inferred one when it states none."""
    facts = gold["letter"]
    return str(facts["date"] or facts["date_inferred"])


def missions(gold: Json) -> list[str]:
    """Return the missions of a letter that every reader calls one."""
    return [each["name"] for each in gold["missions"] if not each.get("optional")]


def counts(gold: Json) -> tuple[int, int, int, int]:
    """Return core and other commitments, hard negatives and meetings."""
    core = sum(each["core"] for each in gold["commitments"])
    rest = len(gold["commitments"]) - core
    return core, rest, len(gold["not_commitments"]), len(gold["meetings"])


def negatives_share() -> float:
    """Return the share of hard negatives of all commitments, meetings and hard negatives."""
    core, rest, negatives, meetings = map(sum, zip(*map(counts, letters()), strict=True))
    return negatives / (core + rest + negatives + meetings)


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _table(head: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    return "\n".join([_row(head), _row("---" for _ in head), *map(_row, rows)])


def letter_table() -> str:
    """Return a row for each letter and the totals."""
    rows: list[list[object]] = []
    for gold in letters():
        facts = gold["letter"]
        stem, form = facts["file"].rsplit(".", 1)
        when = day(gold) if facts["date"] else f"{day(gold)} (inferred)"
        link = f"[{stem}](letters/{facts['file']})"
        named = ", ".join(missions(gold)) or "–"
        chain = gold.get("chain", "–")
        rows.append([when, gold["split"], chain, link, form, named, *counts(gold)])
    totals = [sum(numbers) for numbers in zip(*map(counts, letters()), strict=True)]
    rows.append(["", "", "", f"{len(letters())} letters", "", "", *totals])
    head = ("date", "split", "chain", "letter", "form", "missions", "core", "other")
    return _table((*head, "hard negatives", "meetings"), rows)


def _ministries() -> Callable[[Json], set[str]]:
    def rows(name: str) -> list[dict[str, str]]:
        with (CORPUS / "reference" / name).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    short = {row["id"]: row["abbreviation"] for row in rows("ministries.csv")}
    posts = {row["title_nl"]: short[row["ministry"]] for row in rows("posts.csv")}
    return lambda gold: {posts[each["office"]] for each in gold["letter"]["signatories"]}


def _counted(of: Callable[[Json], Iterable[str]]) -> str:
    found = Counter(name for gold in letters() for name in sorted(of(gold)))
    return ", ".join(
        f"{name} {n}" for name, n in sorted(found.items(), key=lambda x: (-x[1], x[0]))
    )


def coverage_table() -> str:
    """Return how many letters have what."""
    chambers = {"TK": "Tweede Kamer", "EK": "Eerste Kamer", None: "not stated"}
    core, rest, negatives, meetings = map(sum, zip(*map(counts, letters()), strict=True))
    linked = [each for gold in letters() for each in gold["commitments"] if each.get("links")]
    items = (
        f"{core + rest} commitments ({core} core), {negatives} hard negatives, {meetings} meetings"
    )
    rows = [
        ("items", f"{items}; {negatives_share():.1%} are hard negatives"),
        ("split", _counted(lambda gold: [gold["split"]])),
        ("decade", _counted(lambda gold: [f"{day(gold)[:3]}0s"])),
        ("chamber", _counted(lambda gold: [chambers[gold["letter"]["chamber"]]])),
        ("form", _counted(lambda gold: [gold["letter"]["file"].rsplit(".", 1)[1]])),
        ("signatories", _counted(lambda gold: [f"{len(gold['letter']['signatories'])}:"])),
        ("ministry of a signatory", _counted(_ministries())),
        ("chain", _counted(lambda gold: [gold["chain"]] if "chain" in gold else [])),
        (
            "links",
            f"{len(linked)} commitments take up one of an earlier letter: {_changes(linked)}",
        ),
    ]
    return _table(("what", "letters"), rows)


def _changes(linked: Sequence[Json]) -> str:
    found = Counter(each.get("change", "no change named") for each in linked)
    return ", ".join(
        f"{name} {n}" for name, n in sorted(found.items(), key=lambda x: (-x[1], x[0]))
    )


def mission_places() -> dict[str, list[str]]:
    """Return the missions that get a commitment, by continent; those at sea or in none are apart."""
    at = {land: place for place, lands in CONTINENTS.items() for land in lands.split("|")}
    found: dict[str, set[str]] = {}
    for gold in letters():
        used = {name for each in gold["commitments"] for name in each["missions"]}
        for each in gold["missions"]:
            if each["name"] in used and not each.get("optional"):
                place = at[each["countries"][0]] if each["countries"] else "sea and several"
                found.setdefault(place, set()).add(each["name"])
    return {place: sorted(names) for place, names in sorted(found.items())}


def mission_table() -> str:
    """Return the missions and operations that the Netherlands gives something to."""
    rows = [(place, len(names), ", ".join(names)) for place, names in mission_places().items()]
    rows.append(("**all**", sum(row[1] for row in rows), ""))
    return _table(("where", "missions", "names"), rows)


def phenomenon_table() -> str:
    """Return how many commitments and letters fall in each group of phenomena."""
    items = Counter(
        name for gold in letters() for each in gold["commitments"] for name in of_item(each)
    )
    having = Counter(name for gold in letters() for name in of_letter(gold["phenomena"]))
    names = [*(each.name for each in groups()), OTHER]
    return _table(
        ("phenomenon", "commitments", "letters"),
        ((name, items[name], having[name]) for name in names),
    )


def second_reading_table() -> str:
    """Return the totals of the second readings."""
    with SECOND_READING.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    names = ("core_before", "core_after", "added", "removed", "meetings_added")
    totals = [sum(int(row[name]) for row in rows) for name in names]
    relabelled = sum(int(row["relabelled"].split(":")[0]) for row in rows)
    head = ("letters", "core before", "core after", "items added", "removed", "relabelled")
    return _table((*head, "meetings added"), [(len(rows), *totals[:4], relabelled, totals[4])])


MADE = {
    "letters": letter_table,
    "coverage": coverage_table,
    "missions": mission_table,
    "phenomena": phenomenon_table,
    "second-reading": second_reading_table,
}


def refreshed(page: str) -> str:
    """Return the page with every made table as the gold has it now."""
    for name, make in MADE.items():
        before, start, rest = page.partition(f"<!-- made: {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        assert start and end, f"{README.name}: no place for the table {name}"
        page = f"{before}{start}{make()}\n{end}{after}"
    return page


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text("utf-8")), "utf-8", newline="\n")
