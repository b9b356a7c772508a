"""The trend board: the key trends of all briefings in one list, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from briefing.search.results import Trend
from briefing.tui.commands.keymap import Keymap
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.catalogue import Answer, Catalogue, being_read, of_total
from briefing.tui.session import Session
from briefing.tui.trends import BOARD
from briefing.tui.widgets.trend_list import TrendList

MOST = 10_000
"""Trends that are listed, which is more than anybody reads through; older ones are searched for."""


class BoardScreen(Catalogue[Trend]):
    """All key trends."""

    heading = "Key trends"
    kept_as = "trends"
    filtered_by = "trend, briefing or date"
    empty = (
        "No briefing has key trends yet. They are found in lists under a heading such as "
        "“Key trends”, “What to watch” or “Takeaways”; the library has the briefings themselves."
    )

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap, BOARD)
        self.chosen: Trend | None = None
        """What was gone to last."""

    def make_list(self) -> TrendList:
        """Two lines a trend."""
        return TrendList(id="list")

    @property
    def trends(self) -> TrendList:
        """The list."""
        return self.query_one(TrendList)

    def load(self) -> Sequence[Trend]:
        """The newest trends."""
        return self._session.library.trends(MOST)

    def show(self, answer: Answer[Trend]) -> None:
        """The same trend stays under the cursor."""
        self.trends.show(answer.arranged.rows, at=self.trends.current)

    def details(self, answer: Answer[Trend]) -> tuple[str, ...]:
        """How many there are, and whether there are more."""
        arranged = answer.arranged
        of = len({trend.path for trend in answer.items})
        newest = ("the newest",) if arranged.total >= MOST else ()
        return (
            f"of {of:,} briefing{'s' * (of != 1)}",
            *being_read(answer.coverage),
            *newest,
            of_total(arranged.shown, arranged.total, "trend"),
        )

    @on(TrendList.Chosen)
    def _chosen(self, event: TrendList.Chosen) -> None:
        self.chosen = event.trend
        self.app.post_message(OpenDocument(event.trend.path, part=event.trend.part))
