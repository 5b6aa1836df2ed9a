"""Training the Dutch pipeline of ``corpus/pipeline`` again: ``make pipeline DATA=…``."""
