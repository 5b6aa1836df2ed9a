"""The verbs: help, exit codes, one-line errors, files that appear whole or not at all."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

import kamergraaf
from kamergraaf import pipeline
from kamergraaf.cli import main
from kamergraaf.cli.graph import EXPORT_FORMATS, QUERY_FORMATS
from kamergraaf.cli.telling import Progress
from kamergraaf.cli.writing import output
from kamergraaf.errors import BadLetter
from kamergraaf.iris import part
from kamergraaf.model import Commitment, Kind, Statements
from kamergraaf.source import SourceFile

VERBS = ["build", "extract", "check", "query", "export", "view", "evaluate"]
SCRIPT = Path(sys.executable).with_name("kamergraaf")
BODY = "Geachte voorzitter,\n\nHet kabinet stelt {} miljoen euro beschikbaar voor de opbouw.\n"


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    """Run the command in this process; standard input is empty unless given."""
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def one_sentence(source: SourceFile, dutch: str | None = None) -> Statements:
    """Return one commitment, the last sentence of the letter, in place of the later stages."""
    from kamergraaf import text

    letter = text.letter(source)
    last = letter.sentences[-1]
    quote = letter.text[last.start : last.end]
    kind: Kind = "financial"
    commitment = Commitment(
        id=part(letter.id, kind, quote),
        quote=quote,
        start=last.start,
        end=last.end,
        sentence=len(letter.sentences) - 1,
        actor="kabinet",
        kind=kind,
        change="new",
        status="active",
        modality="decided",
        rule="test",
        confidence=Decimal("0.50"),
    )
    return Statements(letter=letter, commitments=(commitment,))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two letters; what is found in them takes no language model."""
    from kamergraaf import views

    def write_site(dataset: Any, site: Path) -> None:
        (site / "index.html").write_text(f"{len(dataset)}", encoding="utf-8")

    monkeypatch.setattr(pipeline, "find", one_sentence)
    monkeypatch.setattr(views, "write_site", write_site)
    letters = tmp_path / "letters"
    letters.mkdir()
    for name, millions in (("a.txt", 2), ("b.txt", 3)):
        (letters / name).write_text(BODY.format(millions), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return letters


def error_lines(result: Result) -> list[str]:
    return result.stderr.splitlines()


# ------------------------------------------------------------------------------------- help
def test_verbs_stand_in_flow_order() -> None:
    assert isinstance(main, click.Group)
    assert main.list_commands(click.Context(main)) == VERBS
    listed = re.findall(r"^  (\w+)  ", run("--help").stdout.partition("Commands:")[2], re.MULTILINE)
    assert listed == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_an_example_that_parses(verb: str) -> None:
    said = run(verb, "--help").stdout
    examples = re.findall(rf"^  kamergraaf {verb}\b.*$", said, re.MULTILINE)
    assert examples
    for option in re.findall(r"--[a-z]+", " ".join(examples)):
        assert re.search(rf"^  {option}\b", said, re.MULTILINE), option


def test_summaries_are_not_cut_off() -> None:
    assert "..." not in run("--help").stdout.partition("Commands:")[2]


def test_version() -> None:
    assert run("--version").stdout.strip() == f"kamergraaf, version {kamergraaf.__version__}"


def test_formats_are_those_of_the_stages() -> None:
    from kamergraaf import queries, store

    assert set(QUERY_FORMATS) == set(queries.FORMATS)
    assert set(EXPORT_FORMATS) == set(store.FORMATS)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_loads_no_stage(verb: str) -> None:
    code = (
        "import sys; from kamergraaf.cli import main\n"
        f"try: main([*{verb.split()!r}, '--help'])\n"
        "except SystemExit: print('MODULES', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.partition("MODULES")[2].split())
    assert "click" in loaded
    assert not {"spacy", "rdflib", "pyoxigraph", "networkx", "pyvis", "babel", "numpy"} & loaded


# ------------------------------------------------------------------------------- wrong use
@pytest.mark.parametrize(
    "args",
    [
        ["no-such-verb"],
        ["build", "no-such-file.txt"],
        ["extract"],
        ["extract", "no-such-file.txt"],
        ["check", "no-such-folder"],
        ["query"],
        ["query", "brieven", "--list"],
        ["query", "brieven", "--format", "xml"],
        ["query", "brieven", "--param", "mission"],
        ["export"],
        ["export", "--format", "xml"],
        ["evaluate"],
        ["evaluate", "-"],
        ["evaluate", ".", "--errors", "errors.pdf"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_code_2(args: list[str], folder: Path) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    "args",
    [["check"], ["query", "brieven"], ["export", "--format", "trig"], ["view"]],
    ids=" ".join,
)
def test_no_graph_is_one_line_with_the_remedy(args: list[str], folder: Path) -> None:
    Path("out").mkdir()
    result = run(*args)
    assert result.exit_code == 1
    [line] = error_lines(result)
    assert line.startswith("Error: out: ") and "kamergraaf build --out out" in line


# ----------------------------------------------------------------------------------- build
def test_build_makes_the_four_names(folder: Path) -> None:
    result = run("build", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2 letters" in result.stdout
    assert "2 commitments: 2 financial" in result.stdout
    assert "out/site/index.html" in result.stdout
    for name in ("graph.trig", "site/index.html", "report.json"):
        assert Path("out", name).stat().st_size
    assert Path("out/store").is_dir()


def test_build_reads_corpus_letters_when_nothing_is_named(folder: Path) -> None:
    assert run("build").exit_code == 2
    Path("corpus").mkdir()
    folder.rename("corpus/letters")
    assert run("build", "--out", "elders").exit_code == 0
    assert Path("elders/report.json").is_file()


def test_report_has_counts_and_versions_and_no_path(folder: Path) -> None:
    (folder / "leeg.txt").write_bytes(b"")
    run("build", folder.absolute())
    text = Path("out/report.json").read_text("utf-8")
    report = json.loads(text)
    assert report["kamergraaf"] == kamergraaf.__version__
    assert re.fullmatch(r"nl_\w+ \d+\.\d+\.\d+", report["pipeline"])
    assert {letter["file"]: letter["commitments"] for letter in report["letters"]} == {
        "a.txt": 1,
        "b.txt": 1,
    }
    assert report["commitments"] == {"financial": 2}
    assert [skipped["file"] for skipped in report["skipped"]] == ["leeg.txt"]
    assert str(folder.parent) not in text


def test_report_is_the_same_wherever_the_letters_lie(folder: Path) -> None:
    (folder / "kapot.txt").write_bytes(BAD["kapot.txt"])
    (folder / "pdf.txt").write_bytes(b"%PDF-1.7")
    (folder / "weg.txt").symlink_to("nergens")
    run("build", folder.absolute(), "--out", "one")
    copy = folder.rename(folder.parent / "verhuisd")
    run("build", copy / "b.txt", copy / "a.txt", copy, "--out", "two")
    assert Path("one/report.json").read_bytes() == Path("two/report.json").read_bytes()
    assert Path("one/graph.trig").read_bytes() == Path("two/graph.trig").read_bytes()


BAD: dict[str, bytes] = {
    "leeg.txt": b"",
    "binair.txt": b"\x00\x01\x02" * 50,
    "kapot.txt": "Geachte voorzitter, de coördinatie".encode() + b" is \x81\xe9n",
    "engels.txt": b"The minister informed the House that the government will send troops. " * 20,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_letter_is_one_line_and_the_others_are_built(name: str, folder: Path) -> None:
    (folder / name).write_bytes(BAD[name])
    result = run("build", folder)
    assert result.exit_code == 1
    [line] = error_lines(result)
    assert line.startswith(f"{name}: ")
    assert len(json.loads(Path("out/report.json").read_text("utf-8"))["letters"]) == 2


def test_the_same_letter_twice_is_built_once(folder: Path) -> None:
    (folder / "c.txt").write_bytes((folder / "a.txt").read_bytes())
    result = run("build", folder)
    assert result.exit_code == 1
    assert error_lines(result) == ["c.txt: the same letter as a.txt; leave one out"]


def test_another_letter_under_the_same_number_is_told_as_that(folder: Path) -> None:
    for name, month in (("x.txt", "mei"), ("y.txt", "juli")):
        words = (
            f"Het kabinet zal de Kamer in {month} informeren over de voortgang van de missie. " * 6
        )
        (folder / name).write_text(
            f"29 521\n\nNr. 456\n\nDen Haag, 3 {month} 2022\n\nGeachte voorzitter,\n\n{words}\n"
        )
    assert error_lines(run("build", folder)) == [
        "y.txt: has the number of x.txt but other words; correct the number in its head, or leave one out"
    ]


def test_a_letter_to_both_chambers_is_one_letter_with_two_numbers(folder: Path) -> None:
    words = (
        "Het kabinet zal de Kamer voor de zomer informeren over de voortgang van de missie. " * 6
    )
    for name, number in (("ek.txt", "33 694\n\nAB"), ("tk.txt", "29 521\n\nNr. 456")):
        (folder / name).write_text(
            f"{number}\n\nDen Haag, 3 mei 2022\n\nGeachte voorzitter,\n\n{words}\n"
        )
    result = run("build", folder)
    assert error_lines(result) == [
        "tk.txt: the same letter as ek.txt; that one gets the number kst-29521-456 too"
    ]
    graph = Path("out/graph.trig").read_text("utf-8")
    assert '"kst-29521-456"' in graph and '"kst-33694-AB"' in graph
    assert len(json.loads(Path("out/report.json").read_text("utf-8"))["letters"]) == 3


def test_nothing_is_published_when_no_letter_is_left(folder: Path) -> None:
    run("build", folder)
    before = os.readlink("out/current")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(b"")
    result = run("build", folder)
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in error_lines(result)] == ["a.txt", "b.txt", "Error"]
    assert "nothing published" in result.stderr
    assert os.readlink("out/current") == before
    assert run("build", folder, "--out", "nieuw").exit_code == 1
    assert not Path("nieuw").exists()


def test_progress_is_for_terminals(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress()
    progress.step("a.txt")
    progress.clear()
    assert terminal.getvalue() == "\r\033[K1 a.txt\r\033[K"
    silent = io.StringIO()
    monkeypatch.setattr(sys, "stderr", silent)
    Progress().step("a.txt")
    assert silent.getvalue() == ""


# --------------------------------------------------------------------------------- extract
def test_extract_prints_one_object_a_letter(folder: Path) -> None:
    result = run("extract", folder)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert [each["letter"]["file"] for each in found] == ["a.txt", "b.txt"]
    for each in found:
        [commitment] = each["commitments"]
        text = each["letter"]["text"]
        assert text[commitment["start"] : commitment["end"]] == commitment["quote"]


def test_extract_takes_another_pipeline(tmp_path: Path) -> None:
    """A folder with a spaCy pipeline, here our own again, or a name; one that is not there is told."""
    letter = tmp_path / "a.txt"
    letter.write_text(BODY.format(2), encoding="utf-8")
    own = run("extract", letter)
    assert json.loads(own.stdout)["commitments"]
    other = run("extract", "--pipeline", Path(__file__).parents[1] / "corpus/pipeline", letter)
    assert other.stdout == own.stdout
    missing = run("extract", "--pipeline", "nl_no_such_pipeline", letter)
    assert missing.exit_code == 1
    assert "nl_no_such_pipeline: no such spaCy pipeline" in missing.stderr


def test_extract_reads_standard_input(folder: Path) -> None:
    result = run("extract", "-", stdin=(folder / "a.txt").read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["letter"]["file"] == "-"


def test_extract_leaves_bad_letters_out(folder: Path) -> None:
    (folder / "leeg.txt").write_bytes(b"")
    result = run("extract", folder)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert [line.partition(":")[0] for line in error_lines(result)] == ["leeg.txt"]


def test_extract_to_a_file_prints_nothing(folder: Path) -> None:
    result = run("extract", folder, "--out", "map/found.jsonl")
    assert result.output == ""
    assert Path("map/found.jsonl").read_text("utf-8") == run("extract", folder).stdout


# ---------------------------------------------------------------------------------- output
def test_a_file_appears_when_complete_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "uit.txt"
    out.write_text("oud", encoding="utf-8")
    with pytest.raises(RuntimeError), output(out) as write:
        write(b"half")
        raise RuntimeError
    assert out.read_text("utf-8") == "oud"
    with output(out) as write:
        write(b"nieuw")
        assert out.read_text("utf-8") == "oud"
    assert out.read_text("utf-8") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["uit.txt"]


def test_a_link_keeps_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("echt")
    with output(tmp_path / "link") as write:
        write(b"nieuw")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "echt").read_bytes() == b"nieuw"


def test_out_that_cannot_be_written_is_one_line(folder: Path) -> None:
    for out in ("/dev/null", "letters/a.txt/uit"):
        result = run("extract", folder, "--out", out)
        assert result.exit_code == 1
        [line] = error_lines(result)
        assert line.startswith(f"Error: {out}: ") and "another --out" in line
    assert Path("/dev/null").is_char_device()


# -------------------------------------------------------------------------------- evaluate
@pytest.fixture
def gold(folder: Path) -> Path:
    """Return a gold file for ``a.txt`` in which what is found is right."""
    file = folder.parent / "gold" / "a.json"
    file.parent.mkdir()
    commitment = {
        "id": "c1",
        "quote": BODY.format(2).splitlines()[-1],
        "type": "financial",
        "status": "decided",
        "missions": [],
        "countries": [],
        "amounts": [],
        "personnel": [],
        "core": True,
    }
    letter: dict[str, Any] = {
        "file": "a.txt",
        "dossiers": [],
        "number": None,
        "date": None,
        "chamber": None,
        "signatories": [],
        "references": [],
    }
    empty = ("missions", "countries", "organisations", "persons", "meetings", "not_commitments")
    gold = {"letter": letter, "commitments": [commitment], **{name: [] for name in empty}}
    file.write_text(json.dumps(gold), encoding="utf-8")
    return file


def test_evaluate_prints_a_table(gold: Path) -> None:
    result = run("evaluate", gold)
    assert result.exit_code == 0
    assert re.search(r"^full fact: F1 +1\.00 +1\.00 +1$", result.stdout, re.MULTILINE)


def test_evaluate_prints_json_and_writes_errors(gold: Path) -> None:
    text = gold.read_text("utf-8").replace('"financial"', '"diplomatic"')
    gold.write_text(text, encoding="utf-8")
    result = run("evaluate", gold.parent, "--format", "json", "--errors", "errors.html")
    assert json.loads(result.stdout)["total"]["kind"]["f1"] == 0.0
    assert "wrong: kind" in Path("errors.html").read_text("utf-8")
    run("evaluate", gold.parent, "--errors", "errors.txt")
    assert "-- wrong: kind" in Path("errors.txt").read_text("utf-8")


def test_evaluate_says_where_letters_are_missing(gold: Path, folder: Path) -> None:
    folder.rename("elders")
    result = run("evaluate", gold)
    assert result.exit_code == 1
    assert "a.txt: no such letter" in result.stderr and "--letters" in result.stderr
    assert run("evaluate", gold, "--letters", "elders").exit_code == 0


def test_evaluate_counts_an_unreadable_letter_as_one_without_finds(
    gold: Path, folder: Path
) -> None:
    (folder / "a.txt").write_bytes(b"")
    result = run("evaluate", gold)
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in error_lines(result)] == ["a.txt"]
    assert re.search(r"^commitments: recall of core +0\.00", result.stdout, re.MULTILINE)


# ------------------------------------------------------------------------ query, export, view
@pytest.fixture
def built(folder: Path) -> Path:
    """Return a folder with a published graph."""
    assert run("build", folder).exit_code == 0
    return folder.parent / "out"


def test_query_lists_the_named_questions_with_their_parameters() -> None:
    from kamergraaf import queries

    said = run("query", "--list").stdout
    for named in queries.named():
        assert re.search(rf"^{named.name}\b", said, re.MULTILINE)
        assert named.title_nl in said and named.title_en in said
        assert all(f"{each.name}=" in said for each in named.parameters)


def test_query_by_text_file_and_standard_input(built: Path) -> None:
    text = (
        "PREFIX kg: <https://w3id.org/kamergraaf/def#> "
        "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a kg:Commitment }"
    )
    Path("count.rq").write_text(text, encoding="utf-8")
    told = [
        run("query", text, "--format", "csv"),
        run("query", "count.rq", "--format", "csv", "--graph", "out"),
        run("query", "-", "--format", "csv", stdin=text.encode()),
    ]
    assert [result.stdout.split() for result in told] == [["n", "2"]] * 3


def test_query_that_is_not_understood_is_one_line(built: Path) -> None:
    for question in ("brievenn", "SELECT * { ?s ?p", "brieven --param x"):
        result = run("query", question)
        assert result.exit_code == 1
        assert len(error_lines(result)) == 1


def test_export_writes_standard_output_or_a_file(built: Path) -> None:
    printed = run("export", "--format", "trig")
    run("export", "--format", "trig", "--out", "graph.trig")
    assert (
        printed.stdout_bytes
        == Path("graph.trig").read_bytes()
        == (built / "graph.trig").read_bytes()
    )


def test_check_tells_whether_the_build_conforms(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kamergraaf.rdf import check as checking

    answers: list[tuple[bool, list[str]]] = [(True, []), (False, ["brief, sentence 1: wrong"])]
    monkeypatch.setattr(checking, "check_build", lambda directory: answers.pop(0))
    result = run("check", built)
    assert (result.exit_code, result.stdout) == (0, "conforms\n")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == "brief, sentence 1: wrong\ndoes not conform: 1 violations\n"


# ------------------------------------------------------------------------------- processes
def test_a_closed_pipe_ends_quietly() -> None:
    for verb in (["query", "--list"], ["--help"]):
        with subprocess.Popen(
            [SCRIPT, *verb], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as started:
            assert started.stdout and started.stderr
            started.stdout.close()
            said = started.stderr.read()
        assert b"Traceback" not in said and b"Exception" not in said


def test_output_is_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [SCRIPT, "query", "--list"],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    )
    assert "beëindigd" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("extra", [[], ["letter"]])
def test_pipeline_tells_progress_of_each_file(folder: Path, extra: list[str]) -> None:
    for name in extra:
        (folder / f"{name}.txt").write_bytes(b"")
    told: list[Statements | BadLetter] = []
    tell: Callable[[Statements | BadLetter], None] = told.append
    built = pipeline.build([folder], folder.parent / "out", tell)
    assert len(told) == 2 + len(extra)
    assert len(built.letters) == 2
    assert len(built.skipped) == len(extra)
    assert built.folder.is_dir()


def test_vague_commitments_are_counted_apart(folder: Path) -> None:
    source = SourceFile("a.txt", "0" * 64, BODY.format(2))
    found = one_sentence(source)
    vague = replace(found.commitments[0], vague=True, id="v")
    report = pipeline.report([replace(found, commitments=(*found.commitments, vague))], [])
    assert report["letters"][0]["commitments"] == 1
    assert report["letters"][0]["vague"] == report["vague"] == 1
