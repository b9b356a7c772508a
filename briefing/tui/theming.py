"""The app's themes: registered, chosen, kept."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.store.errors import NotSaved
from briefing.theme import Palette
from briefing.tui import themes
from briefing.tui.background import Background
from briefing.tui.messages import Say
from briefing.tui.stylesheet import ParsedOnce


class Theming(Background):
    """Knows the themes by their names."""

    def take_themes(self, palettes: Sequence[Palette], chosen: str, *, colour: bool) -> None:
        """Make `palettes` the themes, and `chosen` the one in use."""
        self._names = {palette.id: palette.name for palette in palettes}
        themes.register(self, palettes, chosen, colour=colour)
        self.stylesheet = ParsedOnce(variables=self.get_css_variables())

    def action_themes(self) -> None:
        """Choose the colours."""
        from briefing.tui.screens.themes import ThemePicker

        names = [(name, self._names.get(name, name)) for name in sorted(self.available_themes)]
        self.push_screen(ThemePicker(names, self.theme), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name is None:
            return
        self.theme = name
        self.session.writer.do(lambda: self._kept_theme(name))

    def _kept_theme(self, name: str) -> None:
        """Keep the choice; in the thread that writes."""
        try:
            self.session.keep_theme(name)
        except NotSaved as error:
            self.tell(Say(str(error), grave=True))
        else:
            self.tell(Say(f"Theme {self._names.get(name, name)}, kept"))
