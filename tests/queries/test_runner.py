"""Asking by name, by file and by text, within limits."""

from pathlib import Path

import pytest

from kamergraaf.errors import BadData, BadQuery
from kamergraaf.queries import run

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
TEXT = "ASK { <https://w3id.org/kamergraaf/id/mission/minusma> kg:kind ?kind }"


def test_text_knows_the_prefixes(graph: Path) -> None:
    """SPARQL text needs no PREFIX lines for the words of the graph."""
    answer = run(TEXT, None, graph)
    assert (answer.form, answer.texts()) == ("ask", [("true",)])


def test_sparql_without_braces_is_sparql(graph: Path) -> None:
    """DESCRIBE names a thing alone; an update is refused as one, not as an unknown name."""
    answer = run("DESCRIBE <https://w3id.org/kamergraaf/id/mission/minusma>", None, graph)
    assert answer.form == "graph" and answer.rows
    with pytest.raises(BadQuery, match="^DROP: a question only reads"):
        run("DROP ALL", None, graph)


def test_file(graph: Path, tmp_path: Path) -> None:
    """A file with a heading takes parameters as a named question does."""
    file = tmp_path / "eigen.rq"
    file.write_text(
        "# param land (country, default: Niger, example: Mali): a country\n"
        "SELECT ?code { VALUES ?land { UNDEF } ?land skos:notation ?code }",
        "utf-8",
    )
    assert run(str(file), None, graph).texts() == [("NER",)]
    assert run(str(file), {"land": "Mali"}, graph).texts() == [("MLI",)]


def test_text_takes_things_and_days(graph: Path) -> None:
    """Without a heading a value is a day, a number or the name of a thing."""
    text = "SELECT ?x ?y ?z { VALUES ?x { 1 } VALUES ?y { 1 } VALUES ?z { 1 } }"
    given = {"x": "MINUSMA", "y": "2022-11-25", "z": "0.5"}
    ((x, y, z),) = run(text, given, graph).rows
    assert x and y and z
    assert x.text.endswith("/mission/minusma")
    assert y.datatype and y.datatype.endswith("#date")
    assert z.datatype and z.datatype.endswith("#decimal")


def test_graph_answers_are_sorted(graph: Path) -> None:
    """CONSTRUCT gives three columns in a fixed order."""
    text = "CONSTRUCT { ?m a kg:Mission } WHERE { ?m a kg:Mission }"
    answer = run(text, None, graph)
    assert answer.columns == ("subject", "predicate", "object")
    assert len(answer.rows) > 50 and answer.texts() == sorted(answer.texts())


def test_endless_questions_are_ended(graph: Path) -> None:
    """An answer that would take hours is given up in time, with advice."""
    with pytest.raises(BadQuery, match=r"within 2 seconds; ask for less"):
        run(ENDLESS, None, graph, seconds=2)


def test_rows_are_limited(graph: Path) -> None:
    """Of too many rows the first are given, and the answer says that there are more."""
    answer = run("SELECT * { ?s ?p ?o }", None, graph, rows=5)
    assert len(answer.rows) == 5 and not answer.complete
    assert run("SELECT * { ?s a kg:Letter }", None, graph, rows=3).complete


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("ondertekenars", "did you mean ondertekenaars"),
        ("bestaat-niet.rq", "no named question, no file and no SPARQL text"),
        ("SELECT * { ?s ?p }", "cannot be answered: error at 1:"),
        ("SELECT * { ?s onbekend:x ?o }", "cannot be answered"),
        ("{" * 50_000, "cannot be answered"),
    ],
)
def test_what_is_not_understood_is_said(graph: Path, question: str, message: str) -> None:
    """A slip gets one line with what to do."""
    with pytest.raises(BadQuery, match=message) as error:
        run(question, None, graph)
    assert "\n" not in str(error.value)


def test_unreadable_file(graph: Path, tmp_path: Path) -> None:
    """A file that is no text is said to be none."""
    file = tmp_path / "x.rq"
    file.write_bytes(b"\xff\xfe{}")
    with pytest.raises(BadQuery, match="cannot be read as UTF-8"):
        run(str(file), None, graph)


def test_no_graph(tmp_path: Path) -> None:
    """Without a build the remedy is named."""
    with pytest.raises(BadData, match="kamergraaf build"):
        run("brieven", None, tmp_path)


def test_modules_of_the_current_folder_do_not_matter(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file called json.py next to the user breaks nothing and is not run."""
    (tmp_path / "json.py").write_text("raise SystemExit('wrong one')", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(TEXT, None, graph.resolve()).texts() == [("true",)]
