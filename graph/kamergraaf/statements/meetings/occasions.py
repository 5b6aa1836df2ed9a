"""Occasions that a noun names, and whether the Netherlands took part in them."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Span, Token

from kamergraaf import iris, reference
from kamergraaf.model import Link, MeetingForm, TimeExpression
from kamergraaf.statements.actors import COLLEAGUES, actor
from kamergraaf.statements.context import Context
from kamergraaf.statements.meetings.parties import counterparts, dutch, person, signatories
from kamergraaf.statements.meetings.places import place
from kamergraaf.statements.meetings.times import told_time, was
from kamergraaf.statements.predication import Predication

OPENERS = frozenset({"tijdens", "in", "bij", "op", "met", "via", "na"})
AT = frozenset({"tijdens", "in", "op"})
PLAIN = frozenset(
    {"bijeenkomst", "conferentie", "vergadering", "zitting", "sessie", "forum", "meeting"}
)
NO_OCCASION = frozenset({"uit", "voor", "naar", "over", "aan", "als", "namens"})
OWN = frozenset({"mijn", "onze", "ons"})
AGAIN = frozenset({"dit", "dat", "deze", "die", "dezelfde", "hetzelfde", "genoemde", "voornoemde"})
HOME = re.compile(r"\baan (?:Nederland|Den Haag|ons land)\b")
NETHERLANDS = Link(iris.thing("party", "nederland"), "Nederland")
OFFICIALS = Link(iris.thing("party", "nederlandse-hoge-ambtenaren"), "Nederlandse hoge ambtenaren")


@dataclass(frozen=True, slots=True)
class Occasion:
    """A row of ``occasions.toml``, compiled."""

    form: MeetingForm
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    parliament: bool
    dated: bool


@dataclass(frozen=True, slots=True)
class Named:
    """An occasion in a sentence: its noun, and from where to where its phrase runs."""

    noun: Token
    start: int
    end: int
    opener: str
    occasion: Occasion

    @property
    def behind(self) -> list[Token]:
        """The words of the phrase behind the noun."""
        doc = self.noun.doc
        return [t for t in doc[self.noun.i + 1 : self.noun.i + 60] if t.idx < self.end]


@cache
def occasions() -> tuple[Occasion, ...]:
    """Return the kinds of occasion with their words."""
    path = Path(__file__).parent / "occasions.toml"
    rows = tomllib.loads(path.read_text("utf-8"))["gelegenheid"]
    return tuple(
        Occasion(
            row["vorm"], tuple(row["woorden"]), _pattern(row), bool(row.get("parlement")),
            bool(row.get("dag")),
        )
        for row in rows
    )  # fmt: skip


def _pattern(row: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds the words of a row, behind a hyphen or (``deel``) as the end of any word."""
    front = r"[\w-]*" if row.get("deel") else r"(?:[\w-]*-)?"
    others = "".join(rf"(?! {re.escape(each)})" for each in row.get("niet_voor", ()))
    words = "|".join(map(re.escape, row["woorden"]))
    return re.compile(rf"(?<![\w]){front}({words})(?![\w]){others}")


def named(span: Span, clauses: Sequence[Predication], context: Context) -> Iterator[Named]:
    """Yield the occasions in a sentence, each word once, in the order of the list."""
    text, taken = span.text.lower(), set[int]()
    for occasion in occasions():
        if not any(word in text for word in occasion.words):
            continue
        for match in occasion.pattern.finditer(text):
            if _paper(text, match.start()):
                continue
            found = span.doc.char_span(
                span.start_char + match.start(), span.start_char + match.end(),
                alignment_mode="expand",
            )  # fmt: skip
            if found is None or taken & {t.i for t in found}:
                continue
            taken |= {t.i for t in found}
            first, opener = _opening(found[0], span)
            hung = [c.end for c in clauses if c.form == "relative" and c.head.head == found[-1]]
            end = max(
                [_closing(found[-1], span, context), *(e for e in hung if e < first.idx + 250)]
            )
            yield Named(found[-1], first.idx, end, opener, occasion)


@cache
def _papers() -> re.Pattern[str]:
    path = Path(__file__).parent / "occasions.toml"
    listed = tomllib.loads(path.read_text("utf-8"))["papieren"]["woorden"]
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, listed))}) (?:van|voor|uit|bij) (?:(?!mijn |onze |ons )\w+ ){{0,2}}$"
    )


def _paper(text: str, start: int) -> bool:
    """«in de agenda van de Raad van 3 mei»: a paper, no occasion."""
    return _papers().search(text, max(0, start - 60), start) is not None


def _opening(token: Token, span: Span) -> tuple[Token, str]:
    for i in range(token.i, max(span.start, token.i - 7) - 1, -1):
        each = span.doc[i]
        if each.lower_ in OPENERS and (i == span.start or span.doc[i - 1].lower_ != "in"):
            return each, each.lower_
        if each.lower_ in NO_OCCASION:
            return token, each.lower_
        if each.text in {",", ";", ":"}:
            return span.doc[i + 1], ""
    return token, ""


def _closing(token: Token, span: Span, context: Context) -> int:
    """Return where the phrase ends; a date behind a comma is part of it."""
    for other in span.doc[token.i + 1 : span.end]:
        verb = other.pos_ in {"AUX", "VERB"} and other.dep_ != "amod" and other.text.islower()
        listed = other.lower_ == "en" and other.i + 1 < span.end and other.nbor().lower_ in OPENERS
        if other.text in {",", ";", ":", ".", ")"} or verb or listed:
            end = other.nbor(-1).idx + len(other.nbor(-1))
            behind = [t for t in context.annotated.times if end < t.start <= end + 3]
            return behind[0].end if other.text == "," and behind else end
    return span.end_char


def attended(
    each: Named,
    clauses: Sequence[Predication],
    span: Span,
    context: Context,
    carried: tuple[Link, ...],
) -> tuple[Link, ...]:
    """Return who of the Dutch took part in an occasion, the empty tuple when nobody did.

    ``clauses`` are all of the sentence; ``carried`` is who «hij» or «zij» may be.
    """
    mine = each.opener != "voor" and any(t.lower_ in OWN for t in each.noun.children)
    talk = each.opener == "uit" and each.occasion.form in {"meeting", "call", "visit"}
    if each.opener in NO_OCCASION and not each.occasion.parliament and not (mine or talk):
        return ()
    if own := _in_phrase(each, context):
        return own
    if each.occasion.form == "visit" and HOME.search(context.letter.text, each.start, each.end):
        return (NETHERLANDS,)
    there, foreign = _in_clauses(each, clauses, context, carried)
    if each.occasion.parliament:
        return there or signatories(context)
    if there:
        return there if each.occasion.form != "visit" or _visiting(each) else ()
    return () if foreign else _unsaid(each, clauses, span, context, carried)


def _in_phrase(each: Named, context: Context) -> tuple[Link, ...]:
    """«mijn bezoek», «het bezoek van de Minister», «zijn gesprek met de minister-president»."""
    before = [t for t in each.noun.children if t.i < each.noun.i]
    if any(t.lower_ in OWN for t in before):
        return signatories(context)[:1] if any(t.lower_ == "mijn" for t in before) else signatories(
            context
        )  # fmt: skip
    for token in each.behind:
        if found := person(token, context):
            return found
        bare = token.lower_ in {"minister", "staatssecretaris"} and context.entity(token) is None
        if bare and (found := dutch((), [token], context, ())):
            return found
    return ()


def clause_at(clauses: Sequence[Predication], start: int) -> Predication | None:
    """Return the smallest clause around an offset."""
    inside = [c for c in clauses if c.start <= start < c.end]
    return min(inside, key=lambda c: c.end - c.start, default=None)


def _in_clauses(
    each: Named, clauses: Sequence[Predication], context: Context, carried: tuple[Link, ...]
) -> tuple[tuple[Link, ...], bool]:
    """Return who of the Dutch acts in a clause or in those above it, and whether somebody else does.

    Where the parser leaves the subject out («heeft Nederland voorgesteld … te gaan»), another clause
    around the occasion may have it.
    """
    clause = clause_at(clauses, each.start)
    while clause is not None:
        first = [t for t in (clause.agent, clause.subject) if t is not None]
        if found := dutch(clause.tokens, first, context, carried):
            return found, False
        if any(actor(t, context).party == "foreign" for t in first) and not clause.passive:
            return (), True
        if clause.agent is not None:
            return (), True
        clause = clause.governor
    around = [c for c in clauses if c.start <= each.start < c.end and c.subject is not None]
    for other in around:
        if found := dutch((), [t for t in (other.subject,) if t], context, carried):
            return found, False
    return (), False


def _visiting(each: Named) -> bool:
    """A visit is the minister's own: «zijn bezoek», «een bezoek aan», not «het bezoek van …»."""
    return not any(
        c.dep_ == "nmod"
        and any(g.lower_ in {"van", "door"} for g in c.children if g.dep_ == "case")
        for c in each.noun.children
    )


def _unsaid(
    each: Named,
    clauses: Sequence[Predication],
    span: Span,
    context: Context,
    carried: tuple[Link, ...],
) -> tuple[Link, ...]:
    """Who took part where nobody is said to: ministers in a council, officials, colleagues."""
    words = {t.lower_ for t in span}
    if words & {"hoogambtelijk", "hoogambtelijke"}:
        return (OFFICIALS,)
    if words & {"ambtelijk", "ambtelijke"}:
        return (NETHERLANDS,)
    if each.occasion.form == "visit":
        return ()
    if each.occasion.form == "council":
        return (NETHERLANDS,) if each.opener in OPENERS else ()
    if each.occasion.form in {"meeting", "call"}:
        if any(t.lower_ == "tussen" for t in each.behind):
            return ()
        theirs = any(t.lower_ in COLLEAGUES for t in each.behind)
        alone = signatories(context) if len(context.letter.facts.signatories) == 1 else ()
        dated = each.opener in OPENERS | {"uit"} and told_time(each.start, each.end, context)
        return carried or alone or (NETHERLANDS,) if theirs or dated or each.opener == "in" else ()
    if dutch_one := _portfolio(each, context):
        return dutch_one
    clause = clause_at(clauses, each.start)
    nation = any(t.lower_ == "nederlandse" for t in (clause.tokens if clause else ()))
    return (NETHERLANDS,) if nation else ()


def _portfolio(each: Named, context: Context) -> tuple[Link, ...]:
    """«de bijeenkomst van ministers van Defensie»: the Dutch one was there."""
    for entity in (e for t in each.behind if (e := context.entity(t)) is not None):
        found = re.search(r"^(?:[\w-]+-)?ministers( (?:van|voor) .+)", entity.quote)
        post = reference.post_by_title(f"Minister{found[1]}") if found else None
        if entity.kind == "office" and post:
            return (Link(iris.thing("post", post.id), post.title_nl),)
    return ()


def settled(each: Named, span: Span, clause: Predication | None, context: Context) -> bool:
    """Tell whether enough is said to know which occasion it was: its day, its place, with whom."""
    form = each.occasion.form
    when = when_of(each, clause, context)
    if form == "debate":
        return when is not None or _promised(span, each)
    inside = [t for t in each.behind if t.idx < span.end_char]
    if form in {"call", "meeting"}:
        close_by = bool(inside) and inside[0].lower_ == "met"
        others = [
            c
            for c in counterparts(inside, context)
            if close_by or c.before in {"met", "of", "en", "tussen"}
        ]
        official = any(t.lower_ == "ambtelijk" for t in span) and when is not None
        bare = each.noun.lower_ in {"gesprek", "overleg"} and each.noun.nbor(-1).pos_ == "ADP"
        if when is not None and clause is not None and not others:
            others = [c for c in counterparts(clause.tokens, context) if c.narrow]
        close = any(c.narrow for c in others) or bool(others) and when is not None
        return (official or close) and not bare
    if each.occasion.dated:
        return when is not None and each.opener in AT and told(clause)
    if when is not None:
        return True
    to = ("naar",) if form == "visit" else ()
    there = place(inside, ("in", "te", "aan", "van", *to), context)
    if form == "visit":
        return there is not None
    return each.opener in AT and told(clause) and (there is not None or _named_so(each))


def _promised(span: Span, each: Named) -> bool:
    """«zoals toegezegd tijdens het debat over Mali»: a debate that needs no day."""
    said = {
        "toegezegd",
        "toezegde",
        "toezegging",
        "gevraagd",
        "verzocht",
        "aangekondigd",
        "aangegeven",
    }
    which = len(each.behind) > 1 and each.opener in {"tijdens", "in", "bij"}
    return which and any(t.lower_ in said for t in span)


def told(clause: Predication | None) -> bool:
    """Tell whether a clause is about what has been."""
    modal = clause is not None and set(clause.modals) - {"laten"}
    return clause is not None and (clause.perfect or clause.past) and not modal


def _named_so(each: Named) -> bool:
    """Tell whether the noun itself says which one: «de JBZ-Raad», «de donorbijeenkomst»."""
    word = each.noun.lower_
    whole = any(word == "raad" or word == plain for plain in PLAIN)
    return not whole and (each.occasion.form == "council" or "-" in word or len(word) > 14)


def when_of(each: Named, clause: Predication | None, context: Context) -> TimeExpression | None:
    """Return the day of an occasion: in its phrase, right before it, or anywhere in its clause."""
    inside = told_time(each.start, each.end, context)
    if inside is not None:
        return inside
    if each.occasion.parliament:
        first = told_time(clause.start, clause.end, context) if clause is not None else None
        return first if first and clause and first.start <= clause.start + 3 else None
    before = [t for t in context.times(max(0, each.start - 40), each.start) if was(t, context)]
    if before and not re.search(r"[.;\n]|\ben\b", context.letter.text[before[-1].end : each.start]):
        return before[-1]
    if clause is None or ahead(each, context):
        return None
    inside = told_time(clause.start, clause.end, context)
    return inside or _year(each, clause, context)


def ahead(each: Named, context: Context) -> bool:
    """Tell whether the phrase names a date that is no past day: the occasion is still to come."""
    return any(
        t.moment is not None and not was(t, context) for t in context.times(each.start, each.end)
    )


def _year(each: Named, clause: Predication, context: Context) -> TimeExpression | None:
    """«in 2012 tijdens de NAVO-top in Chicago»: a year will do where the place is said."""
    if each.occasion.form not in {"conference", "council"}:
        return None
    if not place(each.behind, ("in", "te"), context):
        return None
    inside: Sequence[TimeExpression] = context.times(clause.start, clause.end)
    years = (t for t in inside if t.moment and len(t.moment.edtf) == 4)
    return next((t for t in years if t.function == "point"), None)
