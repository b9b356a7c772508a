"""How many results there are by month or by year, as a line of bars. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.record import record

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BARS = "▁▂▃▄▅▆▇█"
NONE = "·"
"""Where nothing was found."""


@record
class Period:
    """A month or a year, and how much was found in it."""

    begin: str
    """ISO 8601: `2025-11`, `2025`."""
    end: str
    """The period after it."""
    count: int

    @property
    def label(self) -> str:
        """As a person writes it."""
        year, _, month = self.begin.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year


def periods(months: Mapping[str, int], most: int) -> tuple[Period, ...]:
    """Every period from the first month to the last, at most `most` of them where years do.

    `months` maps `2025-11` to how many were found; a date may be a year alone, and then all are by
    year.
    """
    dated = {month: count for month, count in months.items() if month}
    if not dated:
        return ()
    if all(len(month) == 7 for month in dated):
        first, last = _number(min(dated)), _number(max(dated))
        if last - first < most:
            spans = [(_month(at), _month(at + 1)) for at in range(first, last + 1)]
            return tuple(Period(begin, end, dated.get(begin, 0)) for begin, end in spans)
    years: dict[int, int] = {}
    for month, count in dated.items():
        years[int(month[:4])] = years.get(int(month[:4]), 0) + count
    begun = max(min(years), max(years) - most + 1)
    return tuple(
        Period(f"{year:04}", f"{year + 1:04}", years.get(year, 0))
        for year in range(begun, max(years) + 1)
    )


def bars(shown: tuple[Period, ...]) -> str:
    """One sign a period, the highest for the most."""
    most = max((period.count for period in shown), default=0)
    return "".join(_bar(period.count, most) for period in shown)


def _bar(count: int, most: int) -> str:
    return BARS[(count * len(BARS) - 1) // most] if count else NONE


def words(shown: tuple[Period, ...], undated: int = 0) -> str:
    """The same in words: when most was found, and how much has no date."""
    if not shown:
        return f"{undated:,} without a date" if undated else ""
    peak = max(shown, key=lambda period: period.count)
    said = [f"most in {peak.label}: {peak.count:,}"] if len(shown) > 1 else [f"{peak.count:,}"]
    if undated:
        said.append(f"{undated:,} undated")
    return " · ".join(said)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
