"""Arguments in, text or JSON out."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run `briefing` with `argv` (default: the process's own) and return its exit status."""
    raise NotImplementedError(argv)
