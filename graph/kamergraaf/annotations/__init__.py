"""Stage: annotations."""
