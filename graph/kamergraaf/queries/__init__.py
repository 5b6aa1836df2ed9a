"""Stage: queries.  Named questions, files and SPARQL text become answers; a question only reads."""

from kamergraaf.queries.answer import Answer, Value
from kamergraaf.queries.formats import FORMATS, written
from kamergraaf.queries.named import NamedQuery, Parameter, named
from kamergraaf.queries.runner import run

__all__ = ["FORMATS", "Answer", "NamedQuery", "Parameter", "Value", "named", "run", "written"]
