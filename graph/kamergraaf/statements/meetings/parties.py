"""Who met: the Dutch side of a clause, and those of other states or bodies in it."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from kamergraaf import iris, reference
from kamergraaf.model import Entity, Link
from kamergraaf.statements.actors import COLLEAGUES, Actor, actor
from kamergraaf.statements.context import Context

FIRST_PERSON = frozenset({"ik", "mij", "mijzelf"})
FIRST_PLURAL = frozenset({"wij", "we", "ons"})
THIRD_PERSON = frozenset({"hij", "zij", "ze"})
ORDINALS = {"eerste": 0, "eerstgenoemde": 0, "tweede": 1, "derde": 2, "vierde": 3}
JOINED = frozenset({"flat", "appos", "conj", "fixed"})
ROLES = ("ambt", "groep", "plek", "nederlands", "ambtelijk", "geen")
OURS = frozenset({"nederlandse", "ambtelijke", "mijn", "onze", "ons"})
TOGETHER = frozenset({"samen", "tezamen", "evenals", "behalve"})
_PORTFOLIO = re.compile(
    r" ((?:van|voor) [A-ZÀ-Ý][\w-]*(?:,? (?:(?:en|van|voor|de|het) )*[A-ZÀ-Ý][\w-]*)*)"
)
_KNOWN_OFFICE = re.compile(
    r"(?i)(?:minister(?:-president)?|staatssecretaris|premier|bewindspersoon)$"
)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """One of the other side: ``narrow`` is an office-holder or a named person, ``state`` a body of
    another state, ``country`` a state itself, ``before`` the preposition in front («» when there is
    none, «of» for «het verzoek van …»)."""

    token: Token
    link: Link
    narrow: bool
    before: str
    state: bool = False
    country: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """Nouns for office-holders, for groups and for places to visit, from ``contacts.toml``."""

    offices: frozenset[str]
    groups: frozenset[str]
    spots: frozenset[str]
    dutch: frozenset[str]
    civil: frozenset[str]
    nobody: frozenset[str]


@cache
def roles() -> Roles:
    """Return the nouns for people that no name stands for."""
    data = tomllib.loads((Path(__file__).parent / "contacts.toml").read_text("utf-8"))["rollen"]
    return Roles(*(frozenset(data[name]["woorden"]) for name in ROLES))


# ---------------------------------------------------------------------------------- Dutch side
def dutch(
    tokens: Sequence[Token], first: Sequence[Token], context: Context, carried: tuple[Link, ...]
) -> tuple[Link, ...]:
    """Return the Dutch party in a clause, the empty tuple when there is none.

    ``first`` are the subject and the agent; ``carried`` is who «hij» or «zij» may be.
    """
    for token in first:
        if token.lower_ in THIRD_PERSON and carried:
            return carried
        found = person(token, context) or official(token, context)
        if found := found or _acting(actor(token, context), token, context):
            joined = [c for c in token.children if c.dep_ == "conj"]
            more = [link for c in joined for link in person(c, context)]
            return tuple({link.id: link for link in (*found, *more)}.values())
    for token in tokens:
        if token in first or preposition(token) == "of" and not _led(token, context):
            continue
        if found := person(token, context) or official(token, context):
            return found
    return ()


def _led(token: Token, context: Context) -> bool:
    """«een delegatie onder leiding van de Minister»."""
    return bool(
        re.search(
            r"\bonder leiding van (?:de )?$",
            context.letter.text[max(0, token.idx - 25) : token.idx],
        )
    )


def official(token: Token, context: Context) -> tuple[Link, ...]:
    """Return the Dutch official or delegation that a noun means: «de mensenrechtenambassadeur»,
    «een ambtelijke delegatie», «ambtenaren van mijn ministerie»."""
    text = context.letter.text[token.idx : token.idx + 40]
    if said := [each for each in roles().dutch if text.lower().startswith(each)]:
        name = text[: max(map(len, said))]
        return (Link(iris.thing("party", iris.slug(name)), name),)
    if token.lower_ not in roles().civil or token.pos_ not in {"NOUN", "PROPN"}:
        return ()
    near = [t for t in token.subtree if abs(t.i - token.i) < 6]
    foreign = any(
        e.kind == "country" and t.lower_ != "nederlandse" and t.dep_ == "amod"
        for t in near
        if (e := context.entity(t))
    )
    return (_described(token),) if not foreign and any(t.lower_ in OURS for t in near) else ()


def person(token: Token, context: Context) -> tuple[Link, ...]:
    """Return the Dutch office-holder whom a word names: «ik», «tweede ondergetekende», a minister."""
    signed, lower = context.letter.facts.signatories, token.lower_
    if lower in FIRST_PERSON:
        return _in_apposition(token, context) or signatories(context)[:1]
    if lower in FIRST_PLURAL and token.pos_ == "PRON" or lower == "ondergetekenden":
        return signatories(context)
    if lower == "ondergetekende":
        place = ORDINALS.get(token.nbor(-1).lower_, 0) if token.i else 0
        return signatories(context, every=True)[place : place + 1]
    entity = context.entity(token)
    if entity is None:
        return _colleague(token, context)
    if entity.kind == "office" and entity.form != "foreign" and token.idx == entity.start:
        name = _title(entity)
        return (Link(entity.links[0].id, name[:1].upper() + name[1:], entity.links[0].known),)
    if entity.kind == "person" and (post := post_of(entity, context)):
        return (post,)
    return () if signed is None else _colleague(token, context)


def _title(entity: Entity) -> str:
    """Return an office as the letter calls it, in full where it says «Minister voor BHOS»."""
    name, post = (
        entity.role or entity.quote,
        reference.posts().get(entity.links[0].id.split("/")[-1]),
    )
    return post.title_nl if post and re.search(r"[A-Z]{2}", name) else name


def _in_apposition(token: Token, context: Context) -> tuple[Link, ...]:
    """«ik, de Minister van Defensie, …»."""
    after = token.doc[token.i + 1 : token.i + 4]
    if not after or after[0].text != ",":
        return ()
    return next((found for t in after[1:] if (found := person(t, context))), ())


def signatories(context: Context, *, every: bool = False) -> tuple[Link, ...]:
    """Return the posts of those who signed; of more than two the cabinet, unless ``every``."""
    signed = context.letter.facts.signatories
    if not signed or len(signed) > 2 and not every:
        return (Link(iris.thing("party", "kabinet"), "kabinet"),)
    return tuple(
        Link(iris.thing("post", s.post or iris.slug(s.office)), s.office) for s in signed
    )  # fmt: skip


def post_of(entity: Entity, context: Context) -> Link | None:
    """Return the post that a Dutch office-holder held on the day of the letter."""
    link, day = entity.links[0], context.letter.facts.date
    if not link.known or entity.form == "foreign":
        return None
    ministerial = bool(_KNOWN_OFFICE.match((entity.role or "").split(" ")[0]))
    for tenure in reference.tenures().values():
        same = iris.thing("person", tenure.person) == link.id
        if same and day and reference.covers(tenure, day.earliest, day.latest):
            post = reference.posts()[tenure.post]
            return Link(iris.thing("post", post.id), post.title_nl)
    return Link(link.id, entity.role or link.name) if ministerial else None


def _colleague(token: Token, context: Context) -> tuple[Link, ...]:
    """«mijn ambtgenote voor …», «mijn ambtsvoorganger»: the minister of another portfolio."""
    mine = any(c.lower_ in {"mijn", "onze", "zijn", "haar"} for c in token.children)
    if token.lower_ in {"ambtsvoorganger", "ambtsvoorgangster"} and mine:
        return signatories(context)[:1]
    if token.lower_ not in COLLEAGUES:
        return ()
    said = portfolio(token, context)
    post = reference.post_by_title(f"Minister{said}") if said else None
    return (Link(iris.thing("post", post.id), post.title_nl),) if post else ()


def portfolio(token: Token, context: Context) -> str:
    """Return the portfolio behind «ambtgenoot»: « voor Klimaat en Energie», else nothing."""
    text = context.letter.text
    found = _PORTFOLIO.match(text, token.idx + len(token))
    while found and not reference.post_by_title(f"Minister {found[1]}"):
        shorter = found[1].rsplit(" ", 1)[0]
        found = _PORTFOLIO.fullmatch(f" {shorter}") if " " in shorter else None
    return f" {found[1]}" if found else ""


def _acting(found: Actor, token: Token, context: Context) -> tuple[Link, ...]:
    """Return the party that the shared rules for actors see in a subject or agent."""
    if found.party != "dutch":
        return ()
    if found.label == "Minister":
        rank = token.lower_.split("-")[0]
        same = [s for s in signatories(context, every=True) if s.name.lower().startswith(rank)]
        return tuple(same[:1]) or signatories(context)[:1]
    if found.label == "kabinet" and token.pos_ == "PRON":
        return signatories(context)
    if token.lower_ in roles().offices:
        return (_described(token),)
    if found.links:
        return (Link(found.links[0].id, found.label, found.links[0].known),)
    return (Link(iris.thing("party", iris.slug(found.label)), found.label),)


def _described(token: Token) -> Link:
    """«de Nederlandse ambassadeur in Islamabad» by its words."""
    words = [c for c in token.children if c.dep_ in {"amod", "nmod"} and abs(c.i - token.i) < 5]
    low = min([token.i, *(t.i for c in words for t in c.subtree)])
    high = max([token.i, *(t.i for c in words for t in c.subtree)])
    name = token.doc[low : high + 1].text
    return Link(iris.thing("party", iris.slug(name)), name)


# ------------------------------------------------------------------------------- the other side
def counterparts(tokens: Sequence[Token], context: Context) -> list[Counterpart]:
    """Return who is named in a clause besides the Dutch, in text order."""
    found: dict[str, Counterpart] = {}
    for token in tokens:
        each = _counterpart(token, context)
        if each is not None:
            found.setdefault(each.link.id, each)
    names = [c for c in found.values() if (e := context.entity(c.token)) and e.kind == "person"]
    titles = {
        n.token.i: c
        for n in names
        for c in found.values()
        if c is not n and _titles(c.token, n.token)
    }
    return [
        replace(c, before=titles[c.token.i].before) if c.token.i in titles else c
        for c in found.values()
        if c not in titles.values()
    ]


def anyone(tokens: Sequence[Token], context: Context) -> tuple[Counterpart, ...]:
    """Return who or what stands behind «met», whoever it is: «met de vissers van Urk»."""
    return tuple(
        Counterpart(
            t, Link(iris.thing("party", iris.slug(t.text)), _phrase(t), False), False, "met"
        )
        for t in tokens
        if t.pos_ in {"NOUN", "PROPN"}
        and any(c.dep_ == "case" and c.lower_ == "met" for c in t.children)
        and t.lower_ not in roles().nobody
        and not _dutch_service(context.entity(t))
        and not t.lower_.endswith("heid")
        and not any(time.start <= t.idx < time.end for time in context.annotated.times)
    )


def _titles(office: Token, name: Token) -> bool:
    """Tell whether an office only says what somebody named right behind it is."""
    between = office.doc[office.i + 1 : name.i].text if office.i < name.i else " "
    return office.i < name.i and name.i - office.i < 12 and not re.search(
        r"\b(?:en|met|of|dat|die)\b", between
    )  # fmt: skip


def _counterpart(token: Token, context: Context) -> Counterpart | None:
    entity = context.entity(token)
    if entity is not None and entity.kind in {"person", "office", "organisation"}:
        return _named(token, entity, context)
    if entity is not None and entity.kind == "country" and entity.form == "noun":
        return _state(token, entity)
    word = token.lower_
    if word in COLLEAGUES and not portfolio(token, context):
        link = Link(iris.thing("office", iris.slug(word)), token.text, False)
        return Counterpart(token, link, True, preposition(token))
    known = word in roles().offices or token.pos_ in {"NOUN", "PROPN"}
    if not known or any(c.lower_ in OURS for c in token.children):
        return None
    if word in roles().offices or word in roles().groups:
        link = Link(iris.thing("party", iris.slug(token.text)), _phrase(token), False)
        return Counterpart(token, link, word in roles().offices, preposition(token))
    return None


def _named(token: Token, entity: Entity, context: Context) -> Counterpart | None:
    if token.idx != entity.start:
        return None
    if entity.kind == "office" and entity.form != "foreign":
        return None
    if entity.kind == "person" and post_of(entity, context):
        return None
    if _dutch_service(entity):
        return None
    span = context.doc.char_span(entity.start, entity.end, alignment_mode="expand")
    root = span.root if span is not None else token
    narrow = entity.kind != "organisation"
    link = entity.links[0]
    return Counterpart(
        token, link, narrow, preposition(root), state=link.kind == "body" and not link.known
    )


def _state(token: Token, country: Entity) -> Counterpart | None:
    """«overleg met Duitsland», «Nederland en België»."""
    before = preposition(token)
    if len(country.links) > 1 or country.links[0].id.endswith("/nld"):
        return None
    if before not in {"met", "en", "tussen"} or token.idx != country.start:
        return None
    return Counterpart(token, country.links[0], False, before, country=True)


def _dutch_service(entity: Entity | None) -> bool:
    """«het Openbaar Ministerie»: a service or ministry of the Dutch state, by the reference data."""
    if entity is None or entity.kind != "organisation":
        return False
    return entity.links[0].known and entity.links[0].kind in {"agency", "ministry"}


def _phrase(token: Token) -> str:
    words = [c for c in token.children if c.dep_ == "amod" and c.i < token.i]
    return token.doc[min([token.i, *(w.i for w in words)]) : token.i + 1].text


def preposition(token: Token) -> str:
    """Return the preposition of the phrase that a word stands in, «of» inside another noun's phrase,
    «en» where it is joined to the subject, «samen» in «samen met»."""
    joined = False
    for at in _upwards(token):
        case = next((c for c in at.children if c.dep_ == "case"), None)
        if case is not None:
            if case.i and case.nbor(-1).lower_ in TOGETHER:
                return "samen"
            inside = at.dep_ == "nmod" and case.lower_ in {"van", "uit", "voor"}
            return "of" if inside else case.lower_
        if at.dep_ == "nmod:poss":
            return "of"
        joined = joined or at.dep_ == "conj"
    return "en" if joined else ""


def _upwards(token: Token) -> Iterator[Token]:
    yield token
    while token.dep_ in JOINED and token.head is not token:
        token = token.head
        yield token
