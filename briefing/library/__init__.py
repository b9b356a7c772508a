"""The one core that the command line and the reader call: find, open, index, search, take in."""

from briefing.library.entry import Entry
from briefing.library.library import Library
from briefing.library.refresh import Refreshed
from briefing.search.results import Interrupted, Match, Results

__all__ = ["Entry", "Interrupted", "Library", "Match", "Refreshed", "Results"]
