"""Publishing a build: complete or not at all, whatever ends the process on the way.

Each build lies in ``DIR/builds/<content id>``.  ``DIR/current`` is a link to one of them and is replaced
in one step; ``graph.trig``, ``store``, ``site`` and ``report.json`` are links that lead through it.  Names
in ``builds`` that start with a dot are unfinished or condemned: only the process that holds the lock has
any, so the next build removes them.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from rdflib import Dataset

from kamergraaf.errors import KamergraafError
from kamergraaf.rdf.terms import Quad
from kamergraaf.rdf.trig import to_oxigraph, written
from kamergraaf.store.opening import open_graph, open_store

SiteWriter = Callable[[Dataset, Path], None]
_NAMES = ("graph.trig", "store", "site", "report.json")
_ID_LENGTH = 16


def publish(
    quads: Iterable[Quad], out: Path, report: Mapping[str, object], write_site: SiteWriter
) -> Path:
    """Write a build of ``quads`` and make it the current one of ``out``; return its folder.

    ``write_site`` gets the open graph and the folder to write the pages into.  The build before this
    one is kept, older ones go.  The same content again gives the same build.  Raises
    ``KamergraafError`` when ``out`` cannot be written, holds something that no build made, or another
    build is being written there.
    """
    try:
        _refuse_strangers(out)
        (out / "builds").mkdir(parents=True, exist_ok=True)
        with _only_one(out):
            return _publish(quads, out, report, write_site)
    except OSError as error:
        what = error.strerror or str(error)
        raise KamergraafError(f"{out}: {what}; make room or choose another --out") from error


def _publish(
    quads: Iterable[Quad], out: Path, report: Mapping[str, object], write_site: SiteWriter
) -> Path:
    builds, new = out / "builds", out / "builds" / ".new"
    _remove(path for path in builds.iterdir() if _old(path, None))
    new.mkdir()
    try:
        _write(quads, new, report, write_site)
        build = builds / _content_id(new)
        before = _current(out)
        _move(new, build)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    # The four links come first: until the switch they lead nowhere or into the old build.
    for name in _NAMES:
        _link(out / name, f"current/{name}")
    _link(out / "current", f"builds/{build.name}")
    keep = {build.name, before} if before and before != build.name else None
    _remove(path for path in builds.iterdir() if _old(path, keep))
    return build


def _write(
    quads: Iterable[Quad], new: Path, report: Mapping[str, object], write_site: SiteWriter
) -> None:
    import pyoxigraph as ox

    ordered = to_oxigraph(quads)
    (new / "graph.trig").write_bytes(written(ordered, ox.RdfFormat.TRIG))
    store = ox.Store(str(new / "store"))
    store.bulk_extend(ordered)
    store.flush()
    del store
    text = json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True)
    (new / "report.json").write_text(text + "\n", encoding="utf-8")
    (new / "site").mkdir()
    write_site(open_graph(new), new / "site")


def _content_id(build: Path) -> str:
    """Return the hash of all files of a build but those of the store, whose bytes vary."""
    digest = sha256()
    for path in sorted(build.rglob("*")):
        name = path.relative_to(build).as_posix()
        if path.is_file() and not name.startswith("store/"):
            digest.update(f"{name} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:_ID_LENGTH]


def _move(new: Path, build: Path) -> None:
    """Give the new build its name, unless a sound build has that name already."""
    if build.exists():
        if _sound(build, new):
            return
        build.rename(build.parent / f".broken-{build.name}")
    new.rename(build)


def _sound(build: Path, new: Path) -> bool:
    try:
        same = len(open_store(build)) == len(open_store(new))
    except KamergraafError:
        return False
    return same and _content_id(build) == build.name


def _current(out: Path) -> str | None:
    link = out / "current"
    return os.path.basename(os.readlink(link)) if link.is_symlink() else None


def _link(link: Path, target: str) -> None:
    """Make ``link`` lead to ``target`` in one step."""
    if link.is_symlink() and os.readlink(link) == target:
        return
    fresh = link.parent / "builds" / f".link-{link.name}"
    fresh.unlink(missing_ok=True)
    # A link is read from where it ends up, so it may be made in another folder.
    fresh.symlink_to(target)
    os.replace(fresh, link)


def _remove(builds: Iterable[Path]) -> None:
    for build in list(builds):
        condemned = build.parent / f".gone-{build.name.lstrip('.')}"
        if build != condemned:
            build.rename(condemned)
        shutil.rmtree(condemned, ignore_errors=True)


def _old(path: Path, keep: set[str] | None) -> bool:
    """Tell whether a folder is unfinished, condemned or, given what to keep, not to be kept."""
    gone = path.name.startswith(".") or (keep is not None and path.name not in keep)
    return gone and path.is_dir() and not path.is_symlink()


def _refuse_strangers(out: Path) -> None:
    for name in ("current", *_NAMES):
        path = out / name
        if path.exists() and not path.is_symlink():
            raise KamergraafError(f"{path}: no build made this; move it or choose another --out")


@contextmanager
def _only_one(out: Path) -> Iterator[None]:
    with (out / "builds" / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise KamergraafError(
                f"{out}: another build is being written here; wait for it to end"
            ) from None
        yield
