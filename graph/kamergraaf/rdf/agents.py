"""Who acts or signs: an office named in a letter is the person who held it on that day."""

from collections.abc import Iterator, Sequence
from datetime import date

from rdflib import URIRef

from kamergraaf import reference
from kamergraaf.iris import slug, thing
from kamergraaf.model import Letter, Link, Signatory
from kamergraaf.rdf.terms import NETHERLANDS, Triple, kind_of, reference_iri
from kamergraaf.rdf.things import described, linked

_CABINET = {"kabinet", "regering"}
_ANY_MINISTER = {"minister", "staatssecretaris"}


def signed(subject: URIRef, predicate: URIRef, signatory: Signatory) -> Iterator[Triple]:
    """Yield the most exact agent that is known of a signatory: tenure, else person, else post."""
    post = post_of(signatory)
    yield from described(post, signatory.office)
    if signatory.tenure:
        yield subject, predicate, reference_iri("tenure", signatory.tenure)
    elif signatory.person:
        yield subject, predicate, reference_iri("person", signatory.person)
    elif signatory.name:
        person = URIRef(thing("person", slug(signatory.name)))
        yield subject, predicate, person
        yield from described(person, signatory.name)
    else:
        yield subject, predicate, post


def post_of(signatory: Signatory) -> URIRef:
    """Return the IRI of the post under which somebody signed."""
    return reference_iri("post", signatory.post or slug(signatory.office))


def acting(
    subject: URIRef, predicate: URIRef, letter: Letter, links: Sequence[Link], words: str
) -> Iterator[Triple]:
    """Yield who acts: the linked ones, else whom the words of the letter name.

    The words are «kabinet», «Nederland», a ministry or the title of an office.
    """
    named = [link for link in links if kind_of(link.id) != "party"]
    if not named:
        yield from _by_words(subject, predicate, letter, words)
    for link in named:
        if kind_of(link.id) == "post":
            yield from _office(subject, predicate, letter, URIRef(link.id), link.name)
        else:
            yield from linked(subject, predicate, link)


def _by_words(subject: URIRef, predicate: URIRef, letter: Letter, words: str) -> Iterator[Triple]:
    plain = words.casefold().removeprefix("het ").removeprefix("de ")
    ministry = next((m for m in reference.ministries().values() if m.name_nl == words), None)
    post = reference.post_by_title(words)
    signatories = letter.facts.signatories
    if plain == "nederland":
        yield subject, predicate, NETHERLANDS
    elif plain in _ANY_MINISTER and len(signatories) == 1:
        yield from signed(subject, predicate, signatories[0])
    elif plain in _CABINET | _ANY_MINISTER:
        yield subject, predicate, _cabinet(letter) or NETHERLANDS
    elif ministry:
        yield subject, predicate, URIRef(ministry.iri)
    else:
        iri = URIRef(post.iri if post else thing("post", slug(words)))
        yield from _office(subject, predicate, letter, iri, words)


def _office(
    subject: URIRef, predicate: URIRef, letter: Letter, post: URIRef, title: str
) -> Iterator[Triple]:
    """Yield who held the post on the letter's day: its signatory, else the holder, else the post."""
    for signatory in letter.facts.signatories:
        if post_of(signatory) == post:
            yield from signed(subject, predicate, signatory)
            return
    moment = letter.facts.date
    key = post.rsplit("/", 1)[1]
    holder = reference.holder(key, moment.earliest, moment.latest) if moment else None
    yield subject, predicate, URIRef(holder.iri) if holder else post
    yield from described(post, title)


def _cabinet(letter: Letter) -> URIRef | None:
    moment = letter.facts.date
    if moment is None:
        return None
    held = [
        cabinet
        for cabinet in reference.cabinets().values()
        if cabinet.start.latest <= moment.earliest
        and moment.latest < (cabinet.end.earliest if cabinet.end else date.max)
    ]
    return URIRef(held[0].iri) if len(held) == 1 else None
