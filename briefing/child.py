"""A second Python beside this one, for work that must not hold it up or must be stopped."""

from __future__ import annotations

import sys

_START = """
import sys
sys.path[:] = sys.argv[3:]
from importlib import import_module
getattr(import_module(sys.argv[1]), sys.argv[2])()
"""


def command(module: str, function: str) -> list[str]:
    """The command that calls a function of ours in another process.

    It finds modules where this process does, and nowhere else: Python alone would look in the
    current folder first, which may hold anybody's files.
    """
    return [sys.executable, "-c", _START, module, function, *sys.path]
