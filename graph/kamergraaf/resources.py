"""Where the ontology, the reference data and the Dutch pipeline are: the one module that knows.

A wheel carries copies under ``kamergraaf/data``; an editable install reads the checkout's own
``ontology/`` and ``corpus/``.  Either way a name here is the path in the repository.
"""

from pathlib import Path

from kamergraaf.errors import ResourceMissing

_IN_WHEEL = Path(__file__).resolve().parent / "data"
_IN_CHECKOUT = Path(__file__).resolve().parents[2]


def resource(name: str) -> Path:
    """Return the file or folder with this repository path.

    Raises ``ResourceMissing`` when the installation is incomplete.

    >>> resource("ontology/kamergraaf.ttl").name
    'kamergraaf.ttl'
    """
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
    found = root.joinpath(*name.split("/"))
    if not found.exists():
        raise ResourceMissing(f"{name}: not in {root}; reinstall with: pip install -e .")
    return found
