"""Regular expressions that are compiled when they are first used.

There are some two hundred, compiling one takes as long as reading a page of text, and a document
meets a third of them at most.
"""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern(Generic[AnyStr]):
    """Becomes what it stands for: from the first use on, its methods are those of the pattern."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._given: tuple[AnyStr, int] = (text, flags)

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, for what stands in a module; a fault in `text` is told at its first use."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))
