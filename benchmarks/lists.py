"""The virtual list beside Textual's OptionList: loading, memory and moving.

    python benchmarks/lists.py

Each case is an app of its own in a pseudo-terminal of 120 by 40. Times of loading are wall clock to
the first frame; of moving, CPU of the whole process per operation.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from measuring import Figures, head, memory, moves, painted, row
from terminal import run_in_terminal
from textual.app import App, ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from briefing.tui.scrolling.tiles import TiledScreen
from briefing.tui.widgets.list_row import FILL
from briefing.tui.widgets.virtual_list import VirtualList

REPEATS = 150
CASES = [("list", 10_000), ("OptionList", 10_000), ("list", 100_000), ("OptionList", 100_000),
         ("list", 1_000_000)]  # fmt: skip


class Bench(App[None]):
    """Shows one list and measures it."""

    def __init__(self, widget: str, count: int, result: Path) -> None:
        super().__init__()
        self.widget, self.count, self.result = widget, count, result
        self.found: Figures = {}

    def get_default_screen(self) -> Screen[None]:
        """Ours for what is ours."""
        return TiledScreen() if self.widget == "list" else super().get_default_screen()

    def compose(self) -> ComposeResult:
        """An empty list."""
        yield VirtualList() if self.widget == "list" else OptionList()

    def on_ready(self) -> None:
        """Measure beside the message loop."""
        self.run_worker(self._bench())

    async def _bench(self) -> None:
        before, begin = memory(), time.perf_counter()
        down: Callable[[], object]
        page: Callable[[], object]
        shown: Widget
        if self.widget == "list":
            ours = self.query_one(VirtualList)
            ours.set_rows(
                self.count, lambda index, *_: [(f"row {index}", ""), FILL, ("12", "muted")]
            )
            shown, down, page = ours, ours.action_cursor_down, ours.action_page_down
        else:
            theirs = self.query_one(OptionList)
            theirs.add_options([Content(f"row {index}") for index in range(self.count)])
            shown, down, page = theirs, theirs.action_cursor_down, theirs.action_page_down
        shown.focus()
        await painted(shown)
        self.found["load"] = time.perf_counter() - begin
        gc.collect()
        gc.freeze()  # as the reader does once it has painted
        await moves(self.found, "move", down, REPEATS)
        await moves(self.found, "page", page, REPEATS)
        self.found["memory"] = memory() - before
        self.result.write_text(json.dumps(self.found), "utf-8")
        self.exit()


def report() -> None:
    """Run every case and print a line for each."""
    columns = ["load", "move", "move p99", "page", "page p99"]
    print(f"{'widget':11}{'rows':>9}" + head(columns))
    for widget, count in CASES:
        found = run_in_terminal(__file__, widget, str(count))
        line = f"{widget:11}{count:9}"
        if found is None:
            print(line + "  gave nothing within two minutes")
            continue
        print(line + row(found, columns), flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        Bench(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])).run()
    else:
        report()
