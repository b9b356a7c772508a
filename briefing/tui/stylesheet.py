"""The app's style sheets, parsed once for each set of theme variables."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class ParsedOnce(Stylesheet):
    """Textual's, but what was parsed stays parsed while the variables are the same.

    Textual parses all there is a second time when the app's theme is first applied, which is known
    here before anything is parsed: at a start that takes as long as drawing the first frame.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        """`variables` are the theme's, by name."""
        super().__init__(variables=variables)
        self._used = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forget what was parsed, where the variables are others."""
        if variables != self._used:
            self._used = variables
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is not parsed yet. Raises StylesheetParseError."""
        self.parse()
