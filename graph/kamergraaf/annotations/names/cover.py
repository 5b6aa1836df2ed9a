"""Which stretches of a text are taken by names; asking does not slow down with their number."""

from collections.abc import Iterable

from kamergraaf.model import Entity


class Cover:
    """The code points of one text that entities cover."""

    def __init__(self, size: int, *groups: Iterable[Entity]) -> None:
        self._taken = bytearray(size)
        for group in groups:
            self.add(*group)

    def add(self, *entities: Entity) -> None:
        """Cover what these entities cover."""
        for entity in entities:
            self._taken[entity.start : entity.end] = b"\1" * (entity.end - entity.start)

    def crosses(self, entity: Entity) -> bool:
        """Tell whether any of an entity's code points is covered."""
        return 1 in self._taken[entity.start : entity.end]

    def free(self, entities: Iterable[Entity]) -> list[Entity]:
        """Return the entities that cross nothing covered."""
        return [entity for entity in entities if not self.crosses(entity)]


def outermost(size: int, entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities without those that cross a longer one, in text order."""
    cover, kept = Cover(size), []
    for entity in sorted(entities, key=lambda e: (e.start - e.end, e.start)):
        if not cover.crosses(entity):
            cover.add(entity)
            kept.append(entity)
    return sorted(kept, key=lambda e: e.start)
