from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from briefing.resources import bundled
from briefing.theme import available, check, load
from briefing.theme.file import COLOURS
from briefing.theme.legible import contrasts

FILES = sorted(bundled("themes").glob("*.toml"))
DOCS = Path(__file__).parents[3] / "docs" / "themes.md"


def test_there_is_a_theme_for_every_eye() -> None:
    listing = available([bundled("themes")])
    assert listing.faults == ()
    names = {palette.id for palette in listing.palettes}
    assert names >= {"evening", "paper", "sepia", "contrast-dark", "contrast-light", "terminal"}
    assert len(names) >= 7
    assert {palette.dark for palette in listing.palettes if not palette.ansi} == {True, False}
    assert [palette.id for palette in listing.palettes if palette.ansi] == ["terminal"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_bundled_theme_has_no_fault_and_says_what_it_is(file: Path) -> None:
    assert check(file) == ()
    palette, _ = load(file)
    assert palette is not None
    assert palette.about.endswith(".")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_bundled_theme_reads_well(file: Path) -> None:
    palette, _ = load(file)
    assert palette is not None
    found = contrasts(palette)
    if palette.ansi:
        assert found == {}
        return
    assert found["foreground", "background"] >= 7
    assert found["foreground", "surface"] >= 7
    assert found["muted", "background"] >= 4.5
    assert found["hit_text", "hit"] >= 4.5
    if file.stem.startswith("contrast-"):
        assert min(found.values()) >= 7


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_hit_at_which_the_reader_stands_differs_from_the_others(file: Path) -> None:
    palette, _ = load(file)
    assert palette is not None
    backgrounds = {palette.background, palette.hit, palette.current_hit, palette.selection}
    assert len(backgrounds) == 4


def test_every_key_of_a_theme_is_documented() -> None:
    text = DOCS.read_text("utf-8")
    assert [key for key in ("name", "about", "dark", *COLOURS) if f"`{key}`" not in text] == []


def test_the_documented_example_is_a_theme(tmp_path: Path) -> None:
    example = DOCS.read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    file = tmp_path / "slate.toml"
    file.write_text(example, "utf-8")
    assert check(file) == ()
    palette, _ = load(file)
    assert palette is not None
    assert len(fields(palette)) == len(COLOURS) + 4


def test_a_theme_that_does_not_exist_is_named_with_its_place() -> None:
    listing = available([bundled("themes")])
    assert listing.unknown("sepia") == listing.unknown("") == ()
    assert listing.unknown("seepia", "settings.toml:2") == (
        "settings.toml:2: theme: there is no theme 'seepia'; did you mean sepia?",
    )
    assert listing.unknown("zzz") == (
        "theme: there is no theme 'zzz'; `briefing themes` lists them",
    )
