from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from briefing.theme import Palette, load
from briefing.theme.colour import contrast, is_colour
from briefing.theme.file import COLOURS

HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
VALUES = st.one_of(
    HEX, st.text(max_size=9), st.integers(), st.booleans(), st.sampled_from(["ansi_red", "#fff"])
)


def loaded(text: str) -> tuple[Palette | None, tuple[str, ...]]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "any.toml"
        file.write_bytes(text.encode())
        return load(file)


def as_toml(table: dict[str, object]) -> str:
    lines = ["[colours]"]
    for key, value in table.items():
        shown = str(value).lower() if isinstance(value, (bool, int)) else repr_of(str(value))
        lines.append(f"{key} = {shown}")
    return "\n".join(lines)


def repr_of(text: str) -> str:
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'


@given(st.text())
def test_no_text_makes_loading_a_theme_fail(text: str) -> None:
    palette, faults = loaded(text)
    assert palette is not None or faults
    assert all("\n" not in fault for fault in faults)


@given(st.dictionaries(st.sampled_from(COLOURS), VALUES))
def test_whatever_a_theme_gives_its_palette_holds_only_colours(table: dict[str, object]) -> None:
    palette, faults = loaded(as_toml(table))
    if palette is None:
        assert faults
        return
    colours = [getattr(palette, key.replace("-", "_")) for key in COLOURS]
    assert all(map(is_colour, colours))
    assert len({colour.startswith("ansi_") for colour in colours}) == 1
    assert len(colours) == len(fields(palette)) - 4


@given(HEX, HEX)
def test_contrast_is_the_same_from_both_sides_and_within_its_range(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0000001
