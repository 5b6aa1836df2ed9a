"""docs/forms.md says what is read, up to which limits, and what is no letter."""

import re
from dataclasses import asdict
from pathlib import Path

from kamergraaf.source import LIMITS
from kamergraaf.text.papers import table
from kamergraaf.text.readers import READERS, REFUSED, SUFFIXES
from kamergraaf.text.readers.content import LONGEST
from kamergraaf.text.readers.tree import DEEPEST, MOST

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "forms.md").read_text("utf-8")


def test_every_form_is_named() -> None:
    rows = set(re.findall(r"`(\.\w+)`", PAGE))
    assert rows == {*SUFFIXES, *REFUSED}
    assert set(SUFFIXES.values()) == set(READERS)


def test_every_limit_is_named_with_its_default() -> None:
    named = dict(re.findall(r"`--max-(\w+)` \| (\d+)", PAGE))
    limits = {name: value for name, value in asdict(LIMITS).items() if name != "ocr"}
    assert named == {name: f"{value:g}" for name, value in limits.items()}
    assert "`--ocr`" in PAGE
    assert f"{LONGEST // 1_000_000} million" in PAGE
    assert f"{MOST:_}".replace("_", " ") in PAGE and f"{DEEPEST} levels" in PAGE


def test_every_kind_of_paper_is_named() -> None:
    for row in table()["paper"]:
        assert f"| {row['kind']} |" in PAGE
