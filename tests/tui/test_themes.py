from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.filter import Monochrome, NoColor
from textual.theme import BUILTIN_THEMES
from textual.widgets import Static

import briefing.tui
from briefing.resources import bundled
from briefing.theme import Palette, available
from briefing.tui import themes

PALETTES = available([bundled("themes")]).palettes
DECLARED = set(re.findall(r"\$([a-z-]+)", themes.__doc__ or ""))


class Themed(App[None]):
    """An app that shows a word in every variable that the module promises."""

    CSS = "\n".join(
        f".{name} {{ text-style: ${name}; }}"
        if name.endswith("-style")
        else f".{name} {{ color: ${name}; background: ${name}; }}"
        for name in sorted(DECLARED)
    )

    def __init__(self, chosen: str = "", *, colour: bool = True) -> None:
        super().__init__(ansi_color=None if colour else True)
        self.first = themes.register(self, PALETTES, chosen, colour=colour)

    def compose(self) -> ComposeResult:
        for name in sorted(DECLARED):
            yield Static("word", classes=name)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.id)
async def test_every_promised_variable_exists_in_every_theme(palette: Palette) -> None:
    app = Themed(palette.id)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == palette.id
        assert app.theme_variables["muted"] == palette.muted
        tip = app.query_one(".tip", Static).styles.color
        assert tip == Color.parse(palette.tip)


async def test_a_theme_can_be_changed_while_the_app_runs() -> None:
    app = Themed()
    async with app.run_test() as pilot:
        for palette in PALETTES:
            app.theme = palette.id
            await pilot.pause()
            assert app.query_one(".hit", Static).styles.background == Color.parse(palette.hit)


def test_only_our_own_themes_are_offered() -> None:
    app = Themed()
    assert set(app.available_themes) == {palette.id for palette in PALETTES}
    assert not set(app.available_themes) & BUILTIN_THEMES.keys()


def test_a_theme_that_is_gone_gives_way_to_the_default() -> None:
    assert Themed("no-such-theme").theme == themes.DEFAULT
    assert Themed("sepia").theme == "sepia"


@pytest.mark.parametrize(("value", "unwanted"), [("1", True), ("", False), (None, False)])
def test_no_color_counts_where_it_is_not_empty(value: str | None, unwanted: bool) -> None:
    environ = {} if value is None else {"NO_COLOR": value}
    assert themes.without_colour(environ) is unwanted


async def test_without_colour_what_colour_said_is_said_by_style(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Themed("sepia", colour=False)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == themes.TERMINAL
        assert app.query_one(".hit-style", Static).styles.text_style.reverse
        assert app.query_one(".cursor-style", Static).styles.text_style.reverse
        filters = {type(each) for each in app.get_line_filters() if each.enabled}
        assert NoColor in filters
        assert Monochrome not in filters


def test_the_style_sheets_use_only_variables_that_exist() -> None:
    package = Path(briefing.tui.__file__).parent
    sheets = [*package.rglob("*.tcss"), *package.rglob("*.py")]
    known = DECLARED | Themed().get_css_variables().keys()
    used = {
        name
        for sheet in sheets
        if sheet.name != "themes.py"
        for name in re.findall(r":[^;\n]*?\$([a-z][a-z0-9-]*)", sheet.read_text("utf-8"))
    }
    assert used - known == set()


def test_no_style_sheet_names_a_colour_of_its_own() -> None:
    package = Path(briefing.tui.__file__).parent
    assert [
        str(sheet)
        for sheet in package.rglob("*.tcss")
        if re.search(
            r":[^;\n]*(#[0-9a-fA-F]{3}\b|#[0-9a-fA-F]{6}\b|\brgb\()", sheet.read_text("utf-8")
        )
    ] == []
