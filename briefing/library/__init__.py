"""The one core that the command line and the reader call: find, open, index, search, take in."""

from briefing.library.library import Library

__all__ = ["Library"]
