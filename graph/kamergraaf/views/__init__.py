"""Stage: views."""
