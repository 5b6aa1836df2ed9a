"""Where a clause is set: a country, region or city behind a preposition."""

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from kamergraaf.statements.context import Context

NO_PLACES = frozenset({
    "Raad", "Kamer", "EU", "VN", "NAVO", "Nederland", "Unie", "Europese", "Noord-Atlantische", "OVSE",
    "JBZ-Raad", "Tweede", "Eerste", "Kamerstuk", "Veiligheidsraad",
})  # fmt: skip


def place(
    tokens: Sequence[Token], before: Collection[str], context: Context, *, adjunct: bool = False
) -> str | None:
    """Return the first place behind one of these prepositions («»: without one), as written.

    With ``adjunct`` it must belong to the verb: «in Kampala aangekaart», not «de situatie in Libanon».
    """
    for token in tokens:
        if token.pos_ not in {"PROPN", "NOUN", "X", "ADJ"} or not token.text[:1].isupper():
            continue
        case = token.nbor(-1).lower_ if token.i else ""
        case = token.nbor(-2).lower_ if case in {"het", "de"} and token.i > 1 else case
        known = case in {"in", "te", "aan", "naar", "van"}
        if (
            (case if known else "") not in before
            or adjunct
            and known
            and _behind_noun(token, context)
        ):
            continue
        if name := _name(token, context, known):
            return name
    return None


def said_place(tokens: Sequence[Token], context: Context) -> str | None:
    """Return where the clause says that it took place: «in Genève», «te Oslo»."""
    return place(tokens, ("in", "te"), context)


def _name(token: Token, context: Context, known: bool) -> str | None:
    entity = context.entity(token)
    if entity is not None:
        fits = entity.kind in {"country", "region"} and entity.form != "adjective"
        return entity.quote if fits and token.idx == entity.start else None
    if not known or token.text in NO_PLACES or token.ent_type_ in {"ORG", "PER"}:
        return None
    if token.text.endswith("-"):
        return None
    last = token.i
    doc = token.doc
    while (
        last + 1 < len(doc) and doc[last + 1].text[:1].isupper() and doc[last + 1].pos_ == "PROPN"
    ):
        last += 1
    return doc[token.i : last + 1].text


def _behind_noun(token: Token, context: Context) -> bool:
    """«de situatie in Libanon»: the preposition follows a noun that is no date."""
    if token.i < 2:
        return False
    noun = token.nbor(-2)
    dated = context.times(noun.idx - 20 if noun.idx > 20 else 0, token.idx)
    return noun.pos_ in {"NOUN", "PROPN"} and not any(t.end >= noun.idx for t in dated)
