"""The elements of officielebekendmakingen XML: what a kamerstuk is made of."""

from collections.abc import Iterator

from kamergraaf.source import Part
from kamergraaf.text.readers.content import Unreadable
from kamergraaf.text.readers.flow import Flow, Role
from kamergraaf.text.readers.tree import Node

_SKIPPED = frozenset({
    "metadata", "officiele-inhoudsopgave", "plaatje", "illustratie", "noot.nr", "colspec",
    "spanspec", "nootref", "meta-data", "redactie", "wijzig-marker",
})  # fmt: skip
_INLINE = frozenset({
    "nadruk", "extref", "intref", "sup", "inf", "sub", "unl", "ondernummer", "datum", "dossiernr",
    "herdruk", "deze", "i", "b", "u", "vet", "cur", "ovl", "kleinkap", "omissie",
})  # fmt: skip
_SPACED = frozenset({
    "functie", "voornaam", "achternaam", "begrotingshoofdstuk", "toevoeging", "nr", "label",
    "titeldeel", "rijkswetnr",
})  # fmt: skip
_DIVISIONS = frozenset({"divisie", "bijlage", "hoofdstuk", "paragraaf", "afdeling"})
_NUMBERED = ("kamer", "kamernummer")
"""Lines of the head that hold the number of the chamber alone."""
_ROLES = {
    "br": Role("break"), "li": Role("item"), "li.nr": Role("label"), "noot": Role("note"),
    "row": Role("row"), "tussenkop": Role("heading", 2), "title": Role("heading"),
}  # fmt: skip


def parts(root: Node) -> list[Part]:
    """Return the paragraphs of a publication.

    Raises ``Unreadable`` when the XML holds no running text.
    """
    flow = Flow(_Roles(root))
    flow.walk(root)
    found = flow.finished()
    if not found:
        raise Unreadable(f"XML without running text (<{root.tag}>); no letter, leave it out")
    return found


def metadata(root: Node) -> Iterator[tuple[str, str]]:
    """Yield the fields in ``metadata`` and those that the head of the kamerstuk marks as such."""
    for node in root.below():
        if node.tag in ("meta", "metadata") and "name" in node.attributes:
            yield node.attributes["name"], node.attributes.get("content") or node.text()
    for node in root.elements():
        if node.tag != "metadata":
            yield "soort", node.tag
    for dossier in (node for node in root.below() if node.tag == "dossiernummer"):
        yield "dossiernr", dossier.text()
    for node in root.below():
        if node.tag == "ondernummer":
            yield "ondernummer", node.text()
        elif node.tag == "tekstregel" and node.attributes.get("inhoud") == "kameraanduiding":
            yield "kamer", node.text()


class _Roles:
    """Knows how deep each heading stands, from the divisions around it."""

    def __init__(self, root: Node) -> None:
        self._levels: dict[int, int] = {}
        self._in_heading: set[int] = set()
        self._number(root, 0)

    def _number(self, node: Node, level: int) -> None:
        for child in node.elements():
            self._levels[id(child)] = level
            if node.tag == "kop":
                self._in_heading.add(id(child))
            self._number(child, level + (child.tag in _DIVISIONS))

    def __call__(self, node: Node) -> Role:
        tag = node.tag
        if tag in _SKIPPED or node.attributes.get("inhoud") in _NUMBERED:
            return Role("skip")
        if tag == "kop":
            return Role("heading", max(1, self._levels[id(node)]))
        if tag in _ROLES:
            return _ROLES[tag]
        if tag in _INLINE:
            return Role("inline")
        return Role("spaced" if tag in _SPACED or id(node) in self._in_heading else "block")
