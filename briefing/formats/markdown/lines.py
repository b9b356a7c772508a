"""From a parser's byte offsets back to the lines of the source."""

from __future__ import annotations

import re
from bisect import bisect_right


class Lines:
    """Knows, for each byte of a prepared text, the line of the source that it came from."""

    def __init__(self, text: bytes, lines: list[int]) -> None:
        self._starts = [0, *(newline.end() for newline in re.finditer(rb"\n", text))]
        self._lines = lines

    def of(self, offset: int) -> int:
        """The line, from 1, in logarithmic time."""
        return self._lines[min(bisect_right(self._starts, offset), len(self._lines)) - 1]

    def after(self, offset: int) -> int:
        """The line of the source that the next line of the text came from."""
        return self._lines[min(bisect_right(self._starts, offset), len(self._lines) - 1)]
