"""kamergraaf: Dutch ministers' letters to parliament as a knowledge graph of commitments."""

__version__ = "0.1.0"
