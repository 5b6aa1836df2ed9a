"""A build is there complete or not at all, whatever happens on the way."""

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from kamergraaf import rdf, store
from kamergraaf.errors import KamergraafError
from kamergraaf.rdf.terms import Quad
from kamergraaf.store import publishing

Publish = Callable[[Path, int], Path]
Quads = Callable[[int], frozenset[Quad]]
NAMES = {"graph.trig", "store", "site", "report.json"}


def builds(out: Path) -> set[str]:
    """Return the names of the folders in ``builds``, unfinished ones too."""
    return {path.name for path in (out / "builds").iterdir() if path.is_dir()}


def current(out: Path) -> str:
    """Return the id of the build that is read now."""
    return (out / "current").resolve().name


def test_the_four_names_lead_through_current(
    tmp_path: Path, publish: Publish, quads_of: Quads
) -> None:
    """What a user opens is the current build."""
    build = publish(tmp_path, 2)
    assert {path.name for path in tmp_path.iterdir()} == NAMES | {"builds", "current"}
    assert all(os.readlink(tmp_path / name) == f"current/{name}" for name in NAMES)
    assert (tmp_path / "current").resolve() == build.resolve()
    assert (tmp_path / "graph.trig").read_bytes() == rdf.trig(quads_of(2))
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == {"letters": 2}
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == f"{len(quads_of(2))}\n"
    assert len(ox.Store.read_only(str(tmp_path / "store"))) == len(quads_of(2))


def test_a_folder_can_be_moved(tmp_path: Path, publish: Publish) -> None:
    """All links are relative."""
    publish(tmp_path / "here", 1)
    (tmp_path / "here").rename(tmp_path / "there")
    assert store.export(tmp_path / "there", "csv")


def test_same_content_again_is_the_same_build(tmp_path: Path, publish: Publish) -> None:
    """Nothing piles up and nothing changes."""
    first = publish(tmp_path, 1)
    files = {path: path.stat().st_mtime_ns for path in first.rglob("*") if path.is_file()}
    assert publish(tmp_path, 1) == first
    assert {path: path.stat().st_mtime_ns for path in first.rglob("*") if path.is_file()} == files
    assert builds(tmp_path) == {first.name}


def test_the_build_before_is_kept_and_older_ones_go(tmp_path: Path, publish: Publish) -> None:
    """A reader that opened the last build can go on reading it."""
    one, two, three = (publish(tmp_path, n) for n in (1, 2, 3))
    assert builds(tmp_path) == {two.name, three.name}
    assert not one.exists()
    assert publish(tmp_path, 2) == two
    assert builds(tmp_path) == {two.name, three.name}
    assert current(tmp_path) == two.name


def test_site_and_report_count_as_content(tmp_path: Path, quads_of: Quads) -> None:
    """The same graph with another page is another build."""

    def site(text: str) -> publishing.SiteWriter:
        def write(dataset: Dataset, folder: Path) -> None:
            (folder / "index.html").write_text(text, "utf-8")

        return write

    ids = [
        store.publish(quads_of(1), tmp_path, report, site(text)).name
        for text, report in (("a", {}), ("b", {}), ("b", {"n": 1}))
    ]
    assert len(set(ids)) == 3


def test_report_is_sorted_and_keeps_its_letters(tmp_path: Path, quads_of: Quads) -> None:
    """The same report gives the same bytes whatever the order of its keys."""
    store.publish(quads_of(1), tmp_path, {"b": "é", "a": 1}, lambda dataset, folder: None)
    assert (tmp_path / "report.json").read_text("utf-8") == '{\n  "a": 1,\n  "b": "é"\n}\n'


def test_a_failing_site_leaves_the_old_build(
    tmp_path: Path, publish: Publish, quads_of: Quads
) -> None:
    """An exception on the way is passed on; nothing half-made stays."""
    before = publish(tmp_path, 1)

    def fail(dataset: Dataset, folder: Path) -> None:
        (folder / "half.html").write_text("half", "utf-8")
        raise ValueError("no page")

    with pytest.raises(ValueError, match="no page"):
        store.publish(quads_of(2), tmp_path, {}, fail)
    assert current(tmp_path) == before.name
    assert builds(tmp_path) == {before.name}


@pytest.mark.parametrize("step", ["_write", "_move", "_link", "_content_id"])
def test_a_full_disk_at_any_step_leaves_the_old_build(
    tmp_path: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """One line with the remedy; the old build is still read; the next build succeeds."""
    before = publish(tmp_path, 1)
    with monkeypatch.context() as patched:

        def full(*args: object) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr(publishing, step, full)
        with pytest.raises(KamergraafError, match="No space left on device; make room or choose"):
            publish(tmp_path, 2)
    assert current(tmp_path) == before.name
    assert store.export(tmp_path, "csv")
    assert publish(tmp_path, 2).name == current(tmp_path)


def test_leftovers_of_dead_builds_are_cleaned(tmp_path: Path, publish: Publish) -> None:
    """What a killed process left is gone after the next build."""
    publish(tmp_path, 1)
    for name in (".new", ".gone-0123", ".broken-4567"):
        (tmp_path / "builds" / name / "store").mkdir(parents=True)
    (tmp_path / "builds" / ".link-current").symlink_to("builds/nowhere")
    last = publish(tmp_path, 2)
    assert {name for name in builds(tmp_path) if name.startswith(".")} == set()
    assert current(tmp_path) == last.name


@pytest.mark.parametrize("damage", ["graph.trig", "store/CURRENT", "site/index.html"])
def test_a_damaged_build_is_made_anew(tmp_path: Path, publish: Publish, damage: str) -> None:
    """A build that lost a file is not taken for the same content."""
    build = publish(tmp_path, 1)
    (build / damage).unlink()
    assert publish(tmp_path, 1) == build
    assert (build / damage).exists()
    assert builds(tmp_path) == {build.name}


@pytest.mark.parametrize("name", ["graph.trig", "store", "current"])
def test_files_of_others_are_not_overwritten(tmp_path: Path, publish: Publish, name: str) -> None:
    """A user's own file stays, and the line says which."""
    (tmp_path / name).write_text("mine", "utf-8")
    with pytest.raises(KamergraafError, match=f"{name}: no build made this; move it"):
        publish(tmp_path, 1)
    assert (tmp_path / name).read_text("utf-8") == "mine"


def test_out_that_is_a_file_is_one_line(tmp_path: Path, publish: Publish) -> None:
    """A wrong --out says what is wrong."""
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(KamergraafError, match="out: .*choose another --out"):
        publish(tmp_path / "out", 1)


def test_two_builds_at_once_do_not_mix(tmp_path: Path, publish: Publish) -> None:
    """The second is told to wait; the lock goes with its holder."""
    publish(tmp_path, 1)
    with (tmp_path / "builds" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(KamergraafError, match="another build is being written here"):
            publish(tmp_path, 2)
    assert publish(tmp_path, 2).name == current(tmp_path)


LOOP = """
import itertools, runpy, sys
from pathlib import Path
from kamergraaf import rdf, store
made = runpy.run_path(sys.argv[1])["statements"]()
small = runpy.run_path(sys.argv[3])["small"]
both = [small(rdf.dataset(made[:n])) for n in (1, 2)]
for n in itertools.cycle((0, 1)):
    print("next", flush=True)
    store.publish(both[n], Path(sys.argv[2]), {"letters": n + 1}, lambda dataset, site: None)
"""


@pytest.mark.parametrize("finished", [0, 1, 2, 3, 4, 5])
def test_a_kill_at_any_moment_leaves_a_whole_build(
    tmp_path: Path, quads_of: Quads, publish: Publish, finished: int
) -> None:
    """Killed within a build, after some that were finished, it leaves one of the two graphs whole."""
    example = Path(__file__).parents[1] / "rdf" / "example.py"
    whole = {rdf.trig(quads_of(n)): len(quads_of(n)) for n in (1, 2)}
    moments = random.Random(finished)
    conftest = Path(__file__).with_name("conftest.py")
    command = [sys.executable, "-c", LOOP, str(example), str(tmp_path), str(conftest)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout
        for _ in range(finished + 1):
            start = time.monotonic()
            assert child.stdout.readline() == b"next\n"
            took = time.monotonic() - start
        time.sleep(moments.uniform(0, took if finished else 0.1))
        child.send_signal(signal.SIGKILL)
    if finished:
        text = (tmp_path / "graph.trig").read_bytes()
        assert whole[text] == len(ox.Store.read_only(str(tmp_path / "store")))
        assert (tmp_path / "report.json").is_file()
    else:
        assert not (tmp_path / "graph.trig").exists() or (tmp_path / "report.json").is_file()
    last = publish(tmp_path, 3)
    assert current(tmp_path) == last.name
    assert not [name for name in builds(tmp_path) if name.startswith(".")]
