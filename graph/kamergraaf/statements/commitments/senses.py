"""What the senses of verbs mean for a commitment, and what a clause says by them."""

from kamergraaf.model import Modality
from kamergraaf.statements.context import Context
from kamergraaf.statements.nominal import nominal
from kamergraaf.statements.predication import Predication

SPEECH: dict[str, Modality] = {
    "decide": "decided", "promise": "promised", "intend": "intended", "explore": "exploratory",
    "aim": "intended", "effort": "intended",
}  # fmt: skip
CHANGE = frozenset({"extend", "expand", "reduce", "suspend", "resume", "end", "abstain"})
GIVING = frozenset({"give", "support", "deploy"})
DIPLOMATIC = frozenset({"urge", "raise", "emphasise", "consult", "request", "condemn"})
EFFECTS = frozenset({"bijdragen", "helpen"})
"""Verbs that tell what comes of a contribution («draagt bij aan de stabiliteit»)."""
FINDING = frozenset({"vaststellen", "opmerken", "melden", "aantonen", "bevestigen"})
"""Verbs that with «dat …» tell what was found, not what is done."""
NO_ACT = frozenset({"attitude", "follow"})
DEEDS = GIVING | CHANGE | {"act", "explore", "inform"}
PARLIAMENT = frozenset({"kamer", "kamers", "u", "staten-generaal", "parlement", "kamerleden"})
NOT = frozenset({"niet", "geen", "nooit", "noch", "evenmin"})
ADJOURNED = frozenset({"kunnen", "moeten", "mogen", "zou"})


def sense_of(predication: Predication) -> str:
    """Return the sense of the verb of a clause, empty when no list has it."""
    return predication.verb.sense if predication.verb else ""


def content_of(lead: Predication, sense: str) -> Predication:
    """Return the infinitive or clause that says what is decided, else the clause itself."""
    for inner in lead.inner:
        if inner.finite is None and inner.form in {"complement", "adverbial", "main"}:
            return inner
        if sense == "promise" and inner.form == "complement":
            return inner
    return lead


def named_act(lead: Predication) -> str:
    """Return the sense of the act that a noun names behind «tot»: «besloten tot verlenging van»."""
    for token in lead.tokens:
        behind = any(c.dep_ == "case" and c.lower_ == "tot" for c in token.children)
        if behind and (verb := nominal(token.lower_)) is not None:
            return verb.sense
    return ""


def deed_of(lead: Predication, content: Predication, sense: str) -> str:
    """Return the sense of what is undertaken."""
    if content is lead and sense in {"decide", "promise"}:
        return named_act(lead) or "act"
    if content is lead:
        return "aim" if sense in {"aim", "effort"} else "act"
    return sense_of(content) or "act"


def is_concrete(lead: Predication, context: Context) -> bool:
    """An effort with named partners, a mission, a sum, people or a term is more than an aim."""
    start, end = lead.start, lead.end
    partners = any(
        f" met {e.quote}" in context.letter.text[e.start - 6 : e.end]
        for e in context.entities(start, end, "country", "organisation")
    )
    return partners or bool(
        context.entities(start, end, "mission")
        or context.amounts(start, end)
        or context.headcounts(start, end)
        or any(t.function in {"end", "deadline"} for t in context.times(start, end))
    )
