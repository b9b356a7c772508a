"""Which links may be opened, and opening one without a shell. Never without being asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})


def refusal(target: str) -> str:
    """Why a link is not opened, in one line; empty where it may be."""
    try:
        scheme = urlsplit(target).scheme.lower()
        if not target.isprintable() or " " in target:
            return "it holds signs that no address has"
    except ValueError:
        return "it is not an address"
    if not scheme:
        return "it leads to a place in a folder or a page, not to the web"
    if scheme not in SCHEMES:
        return f"only http, https and mailto are opened, not {scheme}"
    return ""


def plain_host(target: str) -> str:
    """The address with its host as the network sees it, where that looks different.

    A host of other letters may imitate a known one; empty where there is nothing to warn of.
    """
    try:
        host = urlsplit(target).hostname or ""
        seen = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""
    return seen if seen != host else ""


def opener(platform: str = sys.platform) -> Sequence[str]:
    """The system's own program that opens an address."""
    if platform == "darwin":
        return ("open",)
    if platform.startswith("win"):
        return ("rundll32", "url.dll,FileProtocolHandler")
    return ("xdg-open",)


def launch(target: str) -> str:
    """Open `target` with the system's program; returns what was done, in one line."""
    if why := refusal(target):
        return f"Not opened: {why}"
    program = opener()
    try:
        # The address is one argument and begins with its scheme, so it can be no option.
        subprocess.Popen(  # noqa: S603 - no shell; scheme and signs are checked above
            [*program, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return f"Not opened: {program[0]} is not there; copy the address instead"
    return f"Handed to {program[0]}"
