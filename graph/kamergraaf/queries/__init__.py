"""Stage: queries."""
