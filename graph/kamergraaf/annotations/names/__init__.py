"""Finding and linking names: missions, countries, regions, organisations, persons and offices."""

from kamergraaf.annotations.names.find import find_entities, mission_countries
from kamergraaf.annotations.names.offices import office_holder

__all__ = ["find_entities", "mission_countries", "office_holder"]
