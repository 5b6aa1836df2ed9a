"""Meetings: who met, called, visited or urged whom, when, where, on which occasion."""

from kamergraaf.statements.meetings.find import meetings

__all__ = ["meetings"]
