"""The reader: one screen, its actions in one file a concern."""

from briefing.tui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
