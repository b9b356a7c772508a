from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from briefing.theme import Palette, available, check, load
from briefing.theme.colour import contrast, is_colour

SMALLEST = """\
name = "Slate"

[colours]
background = "#20262b"
foreground = "#dfe4e8"
accent = "#8ab4d8"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "slate.toml"


def loaded(file: Path, text: str) -> tuple[Palette, tuple[str, ...]]:
    file.write_text(text, "utf-8")
    palette, faults = load(file)
    assert palette is not None
    return palette, faults


def test_three_colours_make_a_whole_theme(file: Path) -> None:
    palette, faults = loaded(file, SMALLEST)
    assert faults == ()
    assert (palette.id, palette.name, palette.dark, palette.ansi) == ("slate", "Slate", True, False)
    colours = [value for key, value in asdict(palette).items() if isinstance(value, str)]
    assert sum(map(is_colour, colours)) == len(colours) - 3  # id, name, about
    assert check(file) == ()


def test_what_a_theme_gives_is_what_it_gets(file: Path) -> None:
    palette, _ = loaded(file, SMALLEST + 'accent-text = "#012"\ntip = "#9c9"\nhit = "#fe0"\n')
    assert (palette.accent_text, palette.tip, palette.hit) == ("#012", "#9c9", "#fe0")
    assert palette.current_hit_text == "#012"


def test_whether_a_theme_is_dark_follows_from_its_page(file: Path) -> None:
    light = SMALLEST.replace("#20262b", "#fafafa").replace("#dfe4e8", "#202020")
    assert loaded(file, light)[0].dark is False
    assert loaded(file, "dark = true\n" + light)[0].dark is True


def test_the_terminals_own_colours_make_a_whole_theme(file: Path) -> None:
    palette, faults = loaded(
        file,
        '[colours]\nbackground = "ansi_default"\nforeground = "ansi_default"\n'
        'accent = "ansi_cyan"\n',
    )
    assert faults == ()
    assert palette.ansi
    assert palette.name == "slate"
    assert check(file) == ()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('hit = "yellow"', "7: colours.hit: give #rgb, #rrggbb or ansi_red and so on"),
        ("hit = 3", "7: colours.hit: give #rgb, #rrggbb or ansi_red and so on"),
        ('"hit" = ""', "7: colours.hit: give #rgb, #rrggbb or ansi_red and so on"),
        ('hits = "#fff"', "7: colours.hits: no such colour"),
        ('hit_text = "#fff"', "7: colours.hit_text: no such colour"),
        ('hit = "ansi_red"', "7: colours.hit: give # and digits like the background"),
        ("[shades]", "7: shades: no such key"),
    ],
)
def test_a_fault_is_named_by_file_line_and_key(file: Path, line: str, fault: str) -> None:
    palette, faults = loaded(file, f"{SMALLEST}{line}\n")
    assert faults == (f"{file}:{fault}",)
    assert palette == loaded(file, SMALLEST)[0]


def test_a_wrong_text_is_named_too(file: Path) -> None:
    palette, faults = loaded(file, 'dark = "yes"\n' + SMALLEST.replace('"Slate"', "7"))
    assert faults == (
        f"{file}:1: dark: give true or false",
        f"{file}:2: name: give text in quotes",
    )
    assert palette.name == "slate"


def test_a_theme_without_its_first_three_colours_is_left_out(file: Path) -> None:
    file.write_text(SMALLEST.replace("#20262b", "dusk").replace("accent", "accents"), "utf-8")
    palette, faults = load(file)
    assert palette is None
    assert faults[-1].endswith(
        "no usable background and accent under [colours]; the theme is left out"
    )


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"name = ", ":1: "),
        (b"\xff\xfe", ": not UTF-8 text; save it as UTF-8"),
        (b"colours = 1", ":1: colours: give a table [colours]"),
        (b"#\n" * 40_000, ": too long for a theme; it is not read"),
        (b"a" + b".a" * 9_000 + b" = 1", ": too long for a theme; it is not read"),
        (b"a = " + b"[\n" * 9_000, ": not a TOML that can be read"),
    ],
)
def test_what_is_not_a_theme_is_one_line_and_no_theme(file: Path, data: bytes, fault: str) -> None:
    file.write_bytes(data)
    palette, faults = load(file)
    assert palette is None
    assert faults[0].startswith(f"{file}{fault}")
    assert "\n" not in "".join(faults)


def test_a_file_that_is_not_there_is_one_line(file: Path) -> None:
    assert load(file) == (None, (f"{file}: No such file or directory",))
    assert check(file) == (f"{file}: No such file or directory",)


def test_faint_text_is_a_warning_and_the_theme_still_works(file: Path) -> None:
    palette, faults = loaded(file, SMALLEST + 'muted = "#555555"\n')
    assert faults == ()
    assert palette.muted == "#555555"
    ratio = contrast("#555555", "#20262b")
    assert check(file)[0] == (
        f"{file}: muted on background has contrast {ratio:.1f}; 4.5 is the least that reads well"
    )


def test_what_a_theme_says_of_itself_is_safe_to_print(tmp_path: Path) -> None:
    file = tmp_path / "My Dusk.toml"
    palette, faults = loaded(
        file, '"a\\nb\\u001b" = 1\n' + SMALLEST.replace("Slate", "S\\u001b[2J")
    )
    assert palette.id == "my-dusk"
    assert palette.name.isprintable()
    assert len(faults) == 1
    assert faults[0].isprintable()


def test_an_own_theme_takes_the_place_of_a_bundled_one(tmp_path: Path) -> None:
    for folder, name in (("bundled", "Slate"), ("own", "My slate")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "slate.toml").write_text(SMALLEST.replace("Slate", name), "utf-8")
    (tmp_path / "own" / "bad.toml").write_text("[", "utf-8")
    listing = available([tmp_path / "bundled", tmp_path / "own", tmp_path / "nowhere"])
    assert [palette.name for palette in listing.palettes] == ["My slate"]
    assert len(listing.faults) == 1
    assert "bad.toml:1: " in listing.faults[0]
