"""Narrowing a library search: to a kind of part, to a time, by what completes its last word."""

from __future__ import annotations

from textual import on

from briefing.search.narrow import values, with_field
from briefing.search.overview import MOST, Overview
from briefing.search.query import parse
from briefing.search.results import Results
from briefing.tui.screens.search.asking import Question
from briefing.tui.screens.search.base import SearchBase
from briefing.tui.widgets.tabs import PaneTabs, Tab
from briefing.tui.widgets.time_line import TimeLine

KINDS = (
    ("", "All", "All"),
    ("sections", "Sections", "Sec"),
    ("trends", "Key trends", "Trd"),
    ("faq", "FAQ", "FAQ"),
    ("tips", "Tips", "Tip"),
)
"""What `in:` takes, its label, and the same in short."""
STALE = 0.25
"""Seconds after which counts of the query before are taken away."""


class Narrowing(SearchBase):
    """What narrows a query stands in it as a field, so that it is seen, kept and taken back."""

    _overview = Overview()
    _total = ""
    is_counted = False
    """Whether the counts are those of what was asked last."""

    @property
    def _kinds(self) -> PaneTabs:
        return self.query_one("#kinds", PaneTabs)

    @property
    def _times(self) -> TimeLine:
        return self.query_one("#times", TimeLine)

    # What is shown

    def show_narrowed(self) -> None:
        """Show to what the query in the field is narrowed."""
        query = parse(self.field.value)
        kinds, after = values(query, "in"), values(query, "after")
        self._kinds.active = kinds[0] if len(kinds) == 1 else "" if not kinds else "several"
        self._times.chosen = after[0] if len(after) == 1 else ""
        if not self.field.value.strip():
            self._total = ""
            self.overviewed(Overview())

    def show_told(self, results: Results) -> None:
        """Say how many there are as well."""
        super().show_told(results)
        self._total = f"{results.total:,}{'+' if results.more else ''}"
        self._show_counts()
        question = self.asked
        self.set_timer(STALE, lambda: self._take_stale_away(question))

    def _take_stale_away(self, question: object) -> None:
        if question is self.asked and not self.is_counted:
            self.overviewed(Overview())

    def question(self, text: str, limit: int) -> Question:
        """What is asked; the counts are those of the query before until the new ones come."""
        self.is_counted = False
        return super().question(text, limit)

    def overviewed(self, overview: Overview) -> None:
        """Show how the results are spread."""
        self._overview, self.is_counted = overview, True
        self._times.about = "" if overview.whole else f"of the {MOST:,} read last"
        self._times.months = tuple(sorted(overview.months.items()))
        self._show_counts()

    def count_of(self, overview: Overview) -> int:
        """How many there are of the kind that is chosen."""
        return overview.kinds.get(self._kinds.active, overview.total)

    def _show_counts(self) -> None:
        held, chosen = self._overview, self._kinds.active
        counts = {name: f"{count:,}" for name, count in held.kinds.items()}
        if held.kinds:
            counts[""] = f"{held.total:,}"
        if self._total:
            counts[chosen] = self._total
        asked = bool(self.field.value.strip())
        self._kinds.tabs = tuple(
            Tab(name, "", label, short, counts.get(name, ""))
            for name, label, short in KINDS
            if asked
        )

    # What narrows

    def action_next_kind(self) -> None:
        """Search the next kind of part alone."""
        names = [name for name, _, _ in KINDS]
        active = self._kinds.active
        at = names.index(active) if active in names else -1
        self._narrow_kind(names[(at + 1) % len(names)])

    @on(PaneTabs.Chosen)
    def _kind(self, event: PaneTabs.Chosen) -> None:
        event.stop()
        self._narrow_kind(event.name)

    def _narrow_kind(self, name: str) -> None:
        self.field.put(with_field(self.field.value, "in", name))

    def action_narrow_time(self, by: int) -> None:
        """Search the time before or after the present one alone."""
        period = self._times.beside(by)
        self._narrow_time(*(("", "") if period is None else (period.begin, period.end)))

    @on(TimeLine.Chosen)
    def _time(self, event: TimeLine.Chosen) -> None:
        event.stop()
        chosen = event.period.begin == self._times.chosen
        self._narrow_time(*(("", "") if chosen else (event.period.begin, event.period.end)))

    def _narrow_time(self, begin: str, end: str) -> None:
        text = with_field(self.field.value, "before", end)
        self.field.put(with_field(text, "after", begin))
