"""The last net before the terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from briefing.tui.line_filter import ControlFilter

GROUND = Color(0, 0, 0)
ACTS = "\x00\x07\x08\x0a\x0d\x1b\x7f\x80\x9b\x9d\u061c\u200f\u2028\u202a\u202e\u2066\u2069\udcff"


@given(st.lists(st.text(st.sampled_from(ACTS + "abc中é "), max_size=12), max_size=5))
def test_no_control_code_passes_and_nothing_else_changes(texts: list[str]) -> None:
    filtered = ControlFilter().apply([Segment(text) for text in texts], GROUND)
    assert [segment.text for segment in filtered] == [
        "".join("\ufffd" if char in ACTS else char for char in text) for text in texts
    ]


def test_a_clean_line_is_handed_on_as_it_is() -> None:
    line = [Segment("clean", Style(bold=True)), Segment("中文\u00a0"), Segment("café")]
    assert ControlFilter().apply(line, GROUND) is line


def test_styles_stay_and_what_textual_itself_controls_passes() -> None:
    control = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    filtered = ControlFilter().apply([Segment("a\x1b", Style(bold=True)), control], GROUND)
    assert filtered == [Segment("a\ufffd", Style(bold=True)), control]
