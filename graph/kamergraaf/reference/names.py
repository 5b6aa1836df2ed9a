"""Names of countries from CLDR: Dutch and English for every territory of ``countries.csv``."""

import csv
import re
from functools import lru_cache
from pathlib import Path

from babel import Locale

from kamergraaf.reference.reading import complaint

_ADDITION = re.compile(r" \(.*\)| SAR (?:van )?China")


@lru_cache
def territory_names(language: str) -> dict[str, str]:
    """Return the short names of all territories of CLDR by ISO 3166-1 alpha-2 code.

    >>> names = territory_names("nl")
    >>> names["ML"], names["MM"], names["HK"]
    ('Mali', 'Myanmar', 'Hongkong')
    """
    names: dict[str, str] = dict(Locale(language).territories)
    return {code: _ADDITION.sub("", name) for code, name in names.items()}


def country_names(path: Path) -> dict[str, dict[int, str]]:
    """Return the columns ``name_nl`` and ``name_en`` for ``countries.csv``, by line number.

    Raises ``BadData`` for a code that CLDR does not know.
    """
    found: dict[str, dict[int, str]] = {"name_nl": {}, "name_en": {}}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            for column, by_line in found.items():
                names = territory_names(column.removeprefix("name_"))
                if row["iso2"] not in names:
                    raise complaint(path, reader.line_num, f"iso2: CLDR has no «{row['iso2']}»")
                by_line[reader.line_num] = names[row["iso2"]]
    return found
