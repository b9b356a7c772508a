"""Arguments in, text or JSON out."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run `briefing` with `argv` (default: the process's own) and return its exit status.

    0 done, 1 nothing found, 2 wrong use or unreadable input, 130 stopped with Ctrl-C.
    """
    try:
        from briefing.cli.dispatch import dispatch
        from briefing.cli.output import Output

        return Output.of_process().guard(dispatch, list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return 130
