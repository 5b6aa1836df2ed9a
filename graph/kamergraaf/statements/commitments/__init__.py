"""Commitments: what a letter says the Netherlands undertakes, gives, decides, stops or did."""

from kamergraaf.statements.commitments.build import commitments

__all__ = ["commitments"]
