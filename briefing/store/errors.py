"""What can go wrong with the reader's own words."""

from __future__ import annotations

from briefing.document.errors import BriefingError


class NotSaved(BriefingError):  # noqa: N818 - reads as what it is
    """Something is not on disk: one line that says why, and what to do."""
