"""A question reads this graph and nothing else."""

import socket
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.errors import BadQuery
from kamergraaf.queries.engine import answer
from kamergraaf.queries.guard import LONGEST, check, code

ALLOWED = [
    "SELECT * { ?s ?p 'SERVICE <http://example.org/> {}' }",
    'SELECT * { ?s ?p """x" SERVICE "y""" } # SERVICE',
    "SELECT * { ?s <http://example.org/service#from> ?o }",
    "SELECT ?from { ?s kg:earliest ?from }",
    "SELECT * { ?s prov:wasDerivedFrom ?o FILTER(?s<?o) }",
]
REFUSED = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service<URL>{ ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<URL> { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'it\\'s' . SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '#' . SERVICE <URL> { ?s ?p ?o } }",
    'SELECT * { ?s ?p """a""b""" . SERVICE <URL> { ?s ?p ?o } }',
    "SELECT * { ?s <http://e/#x> ?o . SERVICE <URL> { ?s ?p ?o } } #",
    "SELECT * { ?s ?p ?o FILTER(?s<?o) SERVICE <URL> { ?s ?p ?o } FILTER(?o>?s) }",
    "SELECT * { BIND(<URL> AS ?there) SERVICE ?there { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <URL> FROM <URL>",
    "LOAD <URL>",
    "INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
    "SELECT * { ?s ?p ?o } ; DROP ALL",
]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }", "INSERT"),
        ("PREFIX e: <http://e/>\nBASE <http://e/>\ndelete where { ?s ?p ?o }", "DELETE"),
        ("# DROP\nWITH <http://e/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
        ("CLEAR ALL", "CLEAR"),
    ],
)
def test_who_writes_is_told_that_questions_read(text: str, word: str) -> None:
    """The word that is refused is named, where the engine would only say what it expected."""
    with pytest.raises(BadQuery, match=f"^{word}: a question only reads"):
        check(text)


@pytest.fixture
def knocks() -> "tuple[str, list[int]]":
    """Return an address on this machine, and a list that grows when somebody connects to it."""
    server = socket.create_server(("127.0.0.1", 0))
    heard: list[int] = []

    def listen() -> None:
        while True:
            connection, _ = server.accept()
            heard.append(1)
            connection.close()

    threading.Thread(target=listen, daemon=True).start()
    return f"http://127.0.0.1:{server.getsockname()[1]}/", heard


@pytest.mark.parametrize("text", ALLOWED)
def test_harmless_words_are_allowed(text: str, graph: Path) -> None:
    """The words may stand in strings, comments, IRIs and names of variables."""
    request = {"graph": str(graph), "text": text, "parameters": {}, "rows": 10}
    assert "columns" in answer(request)


@pytest.mark.parametrize("text", REFUSED)
def test_reaching_out_or_writing_is_refused(
    text: str, graph: Path, knocks: "tuple[str, list[int]]"
) -> None:
    """Nothing leaves the machine and nothing is written, however it is spelled."""
    address, heard = knocks
    request = {
        "graph": str(graph),
        "text": text.replace("URL", address),
        "parameters": {},
        "rows": 10,
    }
    with pytest.raises(BadQuery):
        answer(request)
    assert not heard


def test_listener_hears(knocks: "tuple[str, list[int]]") -> None:
    """The listener of the test above would notice a connection."""
    address, heard = knocks
    socket.create_connection(("127.0.0.1", int(address.rstrip("/").rsplit(":")[-1]))).close()
    threading.Event().wait(0.2)
    assert heard


def test_long_questions_are_refused() -> None:
    """A text of the length of a book is no question."""
    with pytest.raises(BadQuery, match="characters"):
        check("ASK {}" + " " * LONGEST)


@given(st.text())
def test_code_keeps_every_place(text: str) -> None:
    """Blanking changes no place, so that a place in the code is a place in the text."""
    blank = code(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blank, strict=True))


@given(st.text(st.characters(exclude_characters="\\\"'\r\n")))
def test_strings_are_never_code(text: str) -> None:
    """Whatever a string holds is not read as part of the question."""
    for quote in ("'", '"', "'''", '"""'):
        assert code(f"ASK {{ ?s ?p {quote}{text}{quote} }}").split() == [
            "ASK",
            "{",
            "?s",
            "?p",
            "}",
        ]


@given(st.text(), st.sampled_from(["SERVICE", "service", "SerVice"]))
def test_the_word_is_found_after_any_closed_text(text: str, word: str) -> None:
    """What stands before it on a line of its own, in a string or a comment, hides the word not."""
    quoted = text.replace("\\", "").replace('"', "").replace("\r", "").replace("\n", "")
    with pytest.raises(BadQuery):
        check(f'ASK {{ ?s ?p "{quoted}" . # {quoted}\n {word} <http://e/> {{}} }}')
