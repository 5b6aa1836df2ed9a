"""Answers as a table and in the formats of the SPARQL standards."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.queries import Answer, Value, written

XSD = "http://www.w3.org/2001/XMLSchema#"
LONG = "Het kabinet besluit het mandaat te verlengen tot en met 30 juni 2024."
ANSWER = Answer(
    ("mission", "people", "quote"),
    (
        (
            Value("https://w3id.org/kamergraaf/id/mission/minusma", "uri"),
            Value("16", datatype=f"{XSD}integer"),
            Value(LONG, language="nl"),
        ),
        (None, None, Value('«x»\t"y"\\\n\x1b[31mz', datatype=f"{XSD}string")),
    ),
)
VALUES = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"])).map(
        lambda text: Value(text, datatype=f"{XSD}string")
    ),
    st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: Value(text, language="nl")),
    st.integers().map(lambda number: Value(str(number), datatype=f"{XSD}integer")),
    st.just(Value("http://example.org/a", "uri")),
)
ROWS = st.lists(st.tuples(VALUES, VALUES), max_size=4).map(tuple)


def test_table_is_aligned() -> None:
    """Columns stand under each other as long as they fit."""
    assert written(ANSWER, "table", 120).splitlines() == [
        "mission          people  quote",
        "---------------  ------  " + "-" * len(LONG),
        f"mission/minusma  16      {LONG}",
        '                         «x» "y"\\ [31mz',
    ]


def test_long_text_stands_below_its_row() -> None:
    """Where a sentence does not fit beside the rest, it gets lines of its own."""
    assert written(ANSWER, "table", 50).splitlines() == [
        "mission          people",
        "    quote",
        "---------------  ------",
        "mission/minusma  16",
        "    Het kabinet besluit het mandaat te verlengen",
        "    tot en met 30 juni 2024.",
        "",
        '    «x» "y"\\ [31mz',
    ]


def test_short_columns_are_wrapped() -> None:
    """Columns that do not fit and are not long are cut into lines."""
    words = tuple(Value(f"{letter * 9} {letter * 9}") for letter in "abc")
    assert written(Answer(("x", "y", "z"), (words,)), "table", 31).splitlines() == [
        "x          y          z",
        "---------  ---------  ---------",
        "aaaaaaaaa  bbbbbbbbb  ccccccccc",
        "aaaaaaaaa  bbbbbbbbb  ccccccccc",
    ]


def test_table_holds_no_control_characters() -> None:
    """A letter cannot send commands to the terminal."""
    assert "\x1b" not in written(ANSWER, "table")


def test_table_says_when_it_is_cut() -> None:
    """An incomplete answer says so; an empty one is not a blank page."""
    assert "and more" in written(Answer(("x",), ((None,),), complete=False), "table")
    assert written(Answer(("x",), ()), "table") == "no rows\n"


@pytest.mark.parametrize("width", [10, 30, 80, 200])
def test_table_is_no_wider_than_needed(width: int) -> None:
    """The table takes at most the width that is given, or its least."""
    least = 8 * 3 + 4
    assert max(map(len, written(ANSWER, "table", width).splitlines())) <= max(width, least)


def test_csv_reads_back() -> None:
    """CSV holds the plain values, IRIs in full."""
    head, *rows = csv.reader(io.StringIO(written(ANSWER, "csv"), newline=""))
    assert tuple(head) == ANSWER.columns
    assert [tuple(row) for row in rows] == ANSWER.texts()


@given(ROWS)
@pytest.mark.parametrize(
    ("form", "syntax"),
    [("tsv", ox.QueryResultsFormat.TSV), ("json", ox.QueryResultsFormat.JSON)],
)
def test_standard_formats_read_back(
    form: str, syntax: ox.QueryResultsFormat, rows: tuple[tuple[Value | None, ...], ...]
) -> None:
    """Another program reads the terms that were written."""
    text = written(Answer(("a", "b"), rows), form)  # type: ignore[arg-type]
    found = ox.parse_query_results(text, syntax)
    assert isinstance(found, ox.QuerySolutions)
    assert [variable.value for variable in found.variables] == ["a", "b"]
    assert [tuple(map(_value, row)) for row in found] == list(rows)


def _value(term: object) -> Value | None:
    if isinstance(term, ox.Literal):
        if term.language:
            return Value(term.value, language=term.language)
        return Value(term.value, datatype=term.datatype.value)
    return Value(term.value, "uri") if isinstance(term, ox.NamedNode) else None


def test_yes_or_no_in_json() -> None:
    """An ASK has the form that the standard gives it."""
    yes = Answer(("answer",), ((Value("true", datatype=f"{XSD}boolean"),),), "ask")
    assert json.loads(written(yes, "json")) == {"head": {}, "boolean": True}
