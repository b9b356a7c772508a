"""Colours as a theme writes them: `#rgb`, `#rrggbb`, or one of the terminal's own by name."""

from __future__ import annotations

from typing import NamedTuple

from briefing.document.pattern import pattern

HEX = pattern(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
ANSI = frozenset(
    ["ansi_default", *(f"ansi_{hue}" for hue in HUES), *(f"ansi_bright_{hue}" for hue in HUES)]
)
"""The terminal's own colours: what each looks like is up to the terminal."""


class Rgb(NamedTuple):
    """Red, green and blue, 0 to 255 each."""

    red: int
    green: int
    blue: int


def is_ansi(colour: str) -> bool:
    """Whether `colour` is one of the terminal's own."""
    return colour in ANSI


def is_colour(text: str) -> bool:
    """Whether a theme may write `text` for a colour."""
    return is_ansi(text) or HEX.match(text) is not None


def rgb(colour: str) -> Rgb:
    """The three channels of a `#rgb` or `#rrggbb` colour."""
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return Rgb(*(int(digits[place : place + 2], 16) for place in (0, 2, 4)))


def mix(one: str, other: str, share: float) -> str:
    """The colour `share` of the way from `one` to `other`, both hex; 0 is `one`, 1 is `other`."""
    return "#" + "".join(
        f"{round(start + (end - start) * share):02x}"
        for start, end in zip(rgb(one), rgb(other), strict=True)
    )


def luminance(colour: str) -> float:
    """Relative luminance of a hex colour, 0 black to 1 white, as WCAG 2.2 defines it."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (value / 255 for value in rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two hex colours, 1 (the same) to 21 (black on white), as WCAG defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
