"""The search over the library."""

from briefing.tui.screens.search.screen import SearchScreen

__all__ = ["SearchScreen"]
