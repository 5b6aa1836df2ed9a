"""Stage: store.  Quads become a store on disk that is published in one step, read and exported."""

from kamergraaf.store.exporting import FORMATS, Format, export
from kamergraaf.store.network import projection
from kamergraaf.store.opening import open_graph
from kamergraaf.store.publishing import publish

__all__ = ["FORMATS", "Format", "export", "open_graph", "projection", "publish"]
