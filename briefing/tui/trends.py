"""The key trends of all briefings, and by what they may be sorted and parted. Pure."""

from __future__ import annotations

from briefing.search.results import Trend
from briefing.tui.arranging import Grouping, Kind, Order
from briefing.tui.dates import day
from briefing.tui.shelves import month_of, title_key

BOARD: Kind[Trend] = Kind(
    {
        "date": Order("date", lambda t: t.date, True, lambda t: not t.date),
        "trend": Order("trend", lambda t: title_key(t.label)),
        "briefing": Order("briefing", lambda t: title_key(t.title)),
    },
    {
        "briefing": Grouping("briefing", lambda t: (t.title,)),
        "month": Grouping(
            "month",
            lambda t: tuple(filter(None, (month_of(t.date),))),
            "without a date",
            True,
            day,
        ),
    },
    lambda t: " ".join((t.label, t.text, t.title, t.date)),
)


def beyond_label(trend: Trend) -> str:
    """The text of a trend, on one line, without the label that it begins with."""
    text = " ".join(trend.text.split())
    if trend.label and text.startswith(trend.label):
        text = text[len(trend.label) :].lstrip(":.–—-•* ")
    return text
