from __future__ import annotations

import pytest

from briefing.theme.colour import contrast, is_colour, mix, rgb


@pytest.mark.parametrize("text", ["#fff", "#A0b1C2", "ansi_default", "ansi_bright_black"])
def test_a_theme_may_write_hex_and_the_terminals_own_colours(text: str) -> None:
    assert is_colour(text)


@pytest.mark.parametrize(
    "text", ["", "red", "#ff", "#ffff", "#ggg", "#12345678", "#fff\n", "ansi_pink", "rgb(1,2,3)"]
)
def test_nothing_else_is_a_colour(text: str) -> None:
    assert not is_colour(text)


def test_three_digits_are_short_for_six() -> None:
    assert rgb("#1af") == rgb("#11aaff") == (0x11, 0xAA, 0xFF)


def test_black_on_white_has_all_the_contrast_there_is() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#777", "#777") == pytest.approx(1)


def test_contrast_agrees_with_a_published_value() -> None:
    # #767676 is the lightest grey that passes on white in the WCAG literature: 4.54.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert mix("#000000", "#ff0080", 0.5) == "#800040"
