"""Reading all tables of ``corpus/reference`` and holding them to each other."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from kamergraaf.reference.names import country_names
from kamergraaf.reference.reading import complaint, rows
from kamergraaf.reference.tables import (
    Cabinet,
    Country,
    Ministry,
    Mission,
    Organisation,
    Person,
    Post,
    Region,
    Source,
    Tables,
    Tenure,
)
from kamergraaf.resources import resource

T = TypeVar("T")


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the reference data that travels with the package, read once."""
    return load(resource("corpus/reference"))


def load(folder: Path) -> Tables:
    """Return the reference data of ``folder``, checked.

    Raises ``BadData`` with file, line and remedy when a value is not what its column asks for, an id
    occurs twice or one that is referred to does not exist.
    """
    sources = _by_id(folder / "sources.csv", rows(folder / "sources.csv", Source), "code")
    read = _Reader(folder, set(sources))
    countries = read.countries()
    known = set(countries)
    organisations = read.table("organisations", Organisation)
    read.refer("organisations", organisations, "parent", set(organisations))
    leads = known | set(organisations)
    missions = read.table("missions", Mission)
    read.refer("missions", missions, "lead", leads)
    read.refer("missions", missions, "countries", known)
    read.fixed("missions", missions)
    regions = read.table("regions", Region)
    read.refer("regions", regions, "countries", known)
    ministries = read.table("ministries", Ministry)
    posts = read.table("posts", Post)
    read.refer("posts", posts, "ministry", set(ministries))
    persons = read.table("persons", Person)
    cabinets = read.table("cabinets", Cabinet)
    read.refer("cabinets", cabinets, "prime_minister", set(persons))
    tenures = read.table("tenures", Tenure)
    for column, ids in (("person", persons), ("post", posts), ("cabinet", cabinets)):
        read.refer("tenures", tenures, column, set(ids))
    read.inside(tenures, cabinets)
    return Tables(
        sources=sources,
        countries=countries,
        regions=regions,
        missions=missions,
        organisations=organisations,
        ministries=ministries,
        posts=posts,
        persons=persons,
        cabinets=cabinets,
        tenures=tenures,
    )


def _by_id(path: Path, numbered: Iterable[tuple[int, T]], key: str = "id") -> dict[str, T]:
    found: dict[str, T] = {}
    for line, row in numbered:
        name = getattr(row, key)
        if name in found:
            raise complaint(path, line, f"«{name}» occurs twice; merge the rows or rename one")
        found[name] = row
    return found


class _Reader:
    """Reads tables of one folder and remembers the line of every row for its complaints."""

    def __init__(self, folder: Path, sources: set[str]) -> None:
        self._folder = folder
        self._sources = sources
        self._line: dict[tuple[str, str], int] = {}

    def table(
        self, name: str, row_type: type[T], extra: dict[str, Any] | None = None
    ) -> dict[str, T]:
        path = self._folder / f"{name}.csv"
        numbered = rows(path, row_type, extra)
        found = _by_id(path, numbered)
        for (line, row), key in zip(numbered, found, strict=True):
            self._line[name, key] = line
            codes: tuple[str, ...] = getattr(row, "source", ())
            if not codes or set(codes) - self._sources:
                what = ", ".join(set(codes) - self._sources) or "nothing"
                raise complaint(path, line, f"source: {what} is not in sources.csv; add it there")
        return found

    def countries(self) -> dict[str, Country]:
        path = self._folder / "countries.csv"
        return self.table("countries", Country, country_names(path))

    def refer(self, name: str, table: dict[str, T], column: str, known: set[str]) -> None:
        def check(row: T) -> str | None:
            value = getattr(row, column)
            values = value if isinstance(value, tuple) else (value,) if value else ()
            wrong = ", ".join(sorted(set(values) - known))
            return wrong and f"{column}: no row has the id {wrong}; add it or correct the id"

        self._check(name, table, check)

    def fixed(self, name: str, missions: dict[str, Mission]) -> None:
        def check(row: Mission) -> str | None:
            moving = row.kind in {"exercise", "programme"} and row.countries
            return (
                f"countries: kind {row.kind} has no fixed countries; empty it" if moving else None
            )

        self._check(name, missions, check)

    def inside(self, tenures: dict[str, Tenure], cabinets: dict[str, Cabinet]) -> None:
        def check(row: Tenure) -> str | None:
            cabinet = cabinets[row.cabinet]
            if row.id != f"{row.person}_{row.post}_{row.start.edtf.rstrip('~?')}":
                return f"id: write {row.person}_{row.post}_{row.start.edtf.rstrip('~?')}"
            if row.end and row.end.latest <= row.start.earliest:
                return "end: not after start"
            if row.start.latest < cabinet.start.earliest or (
                cabinet.end and (row.end is None or row.end.earliest > cabinet.end.latest)
            ):
                return f"start, end: outside the cabinet {row.cabinet}; split the row per cabinet"
            return None

        self._check("tenures", tenures, check)

    def _check(self, name: str, table: dict[str, T], check: Callable[[T], str | None]) -> None:
        for key, row in table.items():
            if what := check(row):
                raise complaint(self._folder / f"{name}.csv", self._line[name, key], what)
