"""The last net before the terminal: no control code passes, whatever widget drew it."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_unsafe = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]"
)
SHOWN = "\ufffd"


class ControlFilter(LineFilter):
    """Replaces control codes and direction marks by U+FFFD; to return from `get_line_filters`."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, with nothing in their text that a terminal would act on."""
        del background
        for index, (text, style, control) in enumerate(segments):
            if control is None and not text.isprintable() and _unsafe.search(text):
                segments = [
                    *segments[:index],
                    Segment(_unsafe.sub(SHOWN, text), style),
                    *(self._filtered(segment) for segment in segments[index + 1 :]),
                ]
                break
        return segments

    def _filtered(self, segment: Segment) -> Segment:
        if segment.control is not None:
            return segment
        return Segment(_unsafe.sub(SHOWN, segment.text), segment.style)
