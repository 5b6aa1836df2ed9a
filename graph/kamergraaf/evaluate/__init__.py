"""Scoring what was extracted against gold annotations, with the rules of ``corpus/gold/SCHEMA.md``.

Works on plain objects: the gold JSON and what ``kamergraaf extract`` prints.
"""

from kamergraaf.evaluate.agreement import Agreement, agree, agree_all, agreement_table
from kamergraaf.evaluate.errors_page import as_html, as_text
from kamergraaf.evaluate.figures import Tally
from kamergraaf.evaluate.gold import files, letter_files, read
from kamergraaf.evaluate.report import as_json, letter_table, phenomenon_table, table
from kamergraaf.evaluate.scoring import LetterScore, Scores, rule_counts, score, score_letter

__all__ = [
    "Agreement",
    "LetterScore",
    "Scores",
    "Tally",
    "agree",
    "agree_all",
    "agreement_table",
    "as_html",
    "as_json",
    "as_text",
    "files",
    "letter_files",
    "letter_table",
    "phenomenon_table",
    "read",
    "rule_counts",
    "score",
    "score_letter",
    "table",
]
