"""A Content-Security-Policy for a page that brings everything along: only its own scripts may run."""

import re
from base64 import b64encode
from hashlib import sha256

PLACE = "CONTENT-SECURITY-POLICY"
"""Where the template wants the policy."""


def with_policy(html: str) -> str:
    """Return the page with a policy that names each of its inline scripts and styles by its hash.

    No network, no frame, no form, no handler in an attribute: a script that got in with the text of a
    letter would not run.
    """
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(_hash, scripts)),
            "style-src " + " ".join(map(_hash, styles)),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return html.replace(PLACE, policy, 1)


def _hash(content: str) -> str:
    # A browser reads a page with line feeds only, and hashes that.
    plain = content.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(plain.encode()).digest()).decode()}'"
