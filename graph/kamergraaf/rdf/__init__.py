"""Stage: rdf."""
