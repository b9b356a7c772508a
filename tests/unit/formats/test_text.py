from __future__ import annotations

from briefing.document.model import Line
from briefing.formats.text import lines


def test_a_line_knows_its_number_the_blanks_before_it_and_its_indent() -> None:
    assert lines("One\n\n\n  Two\n") == (Line("One", 1), Line("Two", 4, blanks=2, indent=2))


def test_an_indent_that_every_line_shares_is_taken_away() -> None:
    assert [line.indent for line in lines("    One\n      Two\n    Three")] == [0, 2, 0]


def test_a_tab_goes_to_the_next_stop() -> None:
    assert [line.indent for line in lines("One\n \tTwo\n\t\tThree")] == [0, 8, 16]


def test_space_around_a_line_is_no_part_of_it() -> None:
    assert [line.text for line in lines("  One \t\r\nTwo\u00a0\n")] == ["One", "Two"]


def test_a_text_of_blank_lines_has_no_lines() -> None:
    assert lines("\n \n\t\n") == ()
