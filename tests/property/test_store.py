"""The laws of the store: what went in comes out, after any steps and any opening again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store.bookmarks import Bookmark
from briefing.store.state import State

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAMES = st.sampled_from(["sea", "Sea", "air"])
PATHS = st.sampled_from(["/a.md", "/b.md", "bundled:guide.md", "stdin:1"])


class Bookkeeping(RuleBasedStateMachine):
    """Bookmarks and searches in a store against those in plain dictionaries."""

    marks = Bundle("marks")
    removed = Bundle("removed")

    def __init__(self) -> None:
        super().__init__()
        self.home = tempfile.TemporaryDirectory()
        home = Path(self.home.name)
        self.paths = Paths(home / "data", home / "cache", home / "config")
        self.state = State.open(self.paths)
        self.kept: dict[int, Bookmark] = {}
        self.queries: list[str] = []
        self.searches: dict[str, tuple[str, frozenset[bytes]]] = {}

    @rule(target=marks, path=PATHS, label=TEXT, note=TEXT, passage=st.integers(0, 9))
    def add(self, path: str, label: str, note: str, passage: int) -> int:
        document = self.state.document(path, path, path.upper())
        place = Locator("s:x", (label,), note, label, "", passage, 0, "d")
        mark = self.state.add_bookmark(document, place, label=label, note=note, tags=["t"])
        assert mark.id not in self.kept
        self.kept[mark.id] = mark
        return mark.id

    @rule(mark=marks, note=TEXT)
    def write_note(self, mark: int, note: str) -> None:
        if mark in self.kept:
            self.state.set_note(mark, note)
            self.kept[mark] = replace(self.kept[mark], note=note)

    @rule(target=removed, mark=consumes(marks))
    def remove(self, mark: int) -> Bookmark:
        assert self.state.remove_bookmark(mark) == self.kept[mark]
        return self.kept.pop(mark)

    @rule(target=marks, mark=consumes(removed))
    def undo(self, mark: Bookmark) -> int:
        self.state.restore_bookmark(mark)
        self.kept[mark.id] = mark
        return mark.id

    @rule(path=PATHS, progress=st.floats(0, 1))
    def read(self, path: str, progress: float) -> None:
        document = self.state.document(path, path, path.upper())
        place = Locator("", (), path, "", "", 1, 2, "d")
        self.state.set_place(document, place, progress)
        assert self.state.last_document() == path
        assert self.state.place(document) == place
        assert self.state.progress()[path] == progress

    @rule(query=TEXT)
    def ask(self, query: str) -> None:
        self.state.remember_query(query)
        if asked := query.strip():
            self.queries = [asked, *(each for each in self.queries if each != asked)]

    @rule(name=NAMES, query=TEXT, seen=st.frozensets(st.binary(min_size=8, max_size=8), max_size=4))
    def save_a_search(self, name: str, query: str, seen: frozenset[bytes]) -> None:
        self.state.save_search(name, query, seen)
        self.searches[name] = (query, seen)

    @rule(name=NAMES)
    def remove_a_search(self, name: str) -> None:
        assert self.state.remove_search(name) == (self.searches.pop(name, None) is not None)

    @rule()
    def open_again(self) -> None:
        self.state.close()
        self.state = State.open(self.paths)
        assert self.state.problems == ()

    @invariant()
    def the_same_bookmarks_are_there(self) -> None:
        assert {mark.id: mark for mark in self.state.bookmarks()} == self.kept

    @invariant()
    def the_same_searches_are_there(self) -> None:
        assert list(self.state.recent_queries()) == self.queries
        found = {each.name: (each.query, each.seen) for each in self.state.saved_searches()}
        assert found == self.searches

    def teardown(self) -> None:
        self.state.close()
        self.home.cleanup()


TestBookkeeping = Bookkeeping.TestCase
TestBookkeeping.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
