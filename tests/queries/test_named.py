"""Every named question explains itself and is answered."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kamergraaf.errors import BadQuery
from kamergraaf.queries import NamedQuery, Parameter, named
from kamergraaf.queries.engine import answer
from kamergraaf.queries.guard import code
from kamergraaf.queries.named import parse
from kamergraaf.queries.terms import TYPES, term

QUESTIONS = pytest.mark.parametrize("question", named(), ids=lambda question: question.name)
WITH_PARAMETER = [(q, p) for q in named() for p in q.parameters]


def ask(graph: Path, question: NamedQuery, **given: tuple[str, str]) -> list[object]:
    """Return the rows of a question, asked without a second process."""
    request = {"graph": str(graph), "text": question.text, "parameters": given, "rows": 1000}
    rows = answer(request)["rows"]
    assert isinstance(rows, list)
    return rows


def test_there_are_enough() -> None:
    """The competency questions of the design are there."""
    assert len(named()) >= 20
    assert len(WITH_PARAMETER) >= 15


@QUESTIONS
def test_question_explains_itself(question: NamedQuery) -> None:
    """A question has a title in both languages, a description, and a name for the command line."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", question.name)
    assert question.title_nl.endswith("?") and question.title_en.endswith("?")
    assert question.title_nl != question.title_en
    assert question.about.endswith(".")


@QUESTIONS
def test_parameters_are_those_of_the_text(question: NamedQuery) -> None:
    """Each parameter has its place in the text, each place its parameter, with the same default."""
    blocks = re.findall(r"VALUES \?(\w+) (\{[^}]*\})", code(question.text))
    assert {name for name, _ in blocks} == {parameter.name for parameter in question.parameters}
    for parameter in question.parameters:
        assert parameter.type in TYPES
        default = re.search(rf"VALUES \?{parameter.name} \{{ (.*) \}}", question.text)
        assert default
        if parameter.default == "all":
            assert default[1] == "UNDEF"
        else:
            literal = term(ox.Store(), parameter.type, parameter.default)
            assert default[1] in (str(literal), literal.value, f'"{literal.value}"^^xsd:date')


@QUESTIONS
def test_question_has_an_answer(question: NamedQuery, graph: Path) -> None:
    """On the small graph every question is understood; all but one have rows."""
    rows = ask(graph, question)
    assert rows or question.name in {"voortijdig-beeindigd", "liep-op"}


@QUESTIONS
def test_columns_stand_in_the_pattern(question: NamedQuery) -> None:
    """No column is a slip of the pen that would always be empty."""
    head, _, pattern = question.text.partition("SELECT ")[2].partition(" WHERE {\n")
    assert head and pattern
    computed = re.findall(r"AS \?(\w+)\)", head)
    for name in set(re.findall(r"\?(\w+)", head)) - set(computed):
        assert re.search(rf"\?{name}\b", pattern.rpartition("}")[0]), name


@pytest.mark.parametrize(
    ("question", "parameter"),
    WITH_PARAMETER,
    ids=[f"{question.name}-{parameter.name}" for question, parameter in WITH_PARAMETER],
)
def test_parameter_narrows(question: NamedQuery, parameter: Parameter, graph: Path) -> None:
    """The example of a parameter is understood and gives no row that the open question lacks."""
    narrow = ask(graph, question, **{parameter.name: (parameter.type, parameter.example)})
    if parameter.default == "all" and "COUNT(" not in question.text:
        everything = ask(graph, question)
        assert all(row in everything for row in narrow)


def test_heading_that_cannot_be_read_is_said() -> None:
    """A parameter written another way is an error with the right way in it, not a silence."""
    with pytest.raises(BadQuery, match=r"# param mission: MINUSMA.*type, default"):
        parse("x", "# param mission: MINUSMA\nASK { ?s ?p ?o }")


def test_long_description_may_take_several_lines() -> None:
    """Lines of the same heading are joined."""
    assert parse("x", "# about: One\n# about: two.\nASK {}").about == "One two."
