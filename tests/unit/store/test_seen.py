from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefing.paths import Paths
from briefing.store import seen
from briefing.store.state import State


def test_parts_that_were_seen_are_remembered(state: State) -> None:
    document = state.document("/a", "1", "A")
    state.mark_seen(document, ["s:one", "t:two"])
    state.mark_seen(document, ["s:one"])
    assert state.seen(document) == {"s:one", "t:two"}


def test_new_and_changed_parts_are_told_from_known_ones(state: State) -> None:
    document = state.document("/a", "1", "A")
    state.mark_seen(document, {"s:one": "Old text.", "s:two": "Same\ntext."})
    state.mark_seen(document, ["s:three", "s:two"])
    texts = {"s:one": "New text.", "s:two": "Same  text.", "s:three": "Any.", "s:four": "Added."}
    assert state.news(document, texts) == {"s:one": "changed", "s:four": "new"}


def test_a_document_that_was_never_read_has_no_news(state: State) -> None:
    assert state.news(state.document("/a", "1", "A"), {"s:one": "text"}) == {}


def test_the_text_last_seen_is_kept(state: State) -> None:
    document = state.document("/a", "1", "A")
    assert state.snapshot(document) is None
    state.set_snapshot(document, "1", "first")
    state.set_snapshot(document, "2", "second, 漢字, \udcff")
    snapshot = state.snapshot(document)
    assert snapshot == seen.Snapshot("2", "second, 漢字, ?")


def test_a_text_that_is_too_long_leaves_no_older_one(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "LONGEST", 5)
    document = state.document("/a", "1", "A")
    state.set_snapshot(document, "1", "short")
    state.set_snapshot(document, "2", "too long")
    assert state.snapshot(document) is None


def test_a_damaged_snapshot_is_none(filled: Paths) -> None:
    state = State.open(filled)
    document = state.bookmarks()[0].document
    state.set_snapshot(document, "1", "text")
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute("UPDATE snapshots SET text = x'00ff00'")
        connection.commit()
    assert state.snapshot(document) is None
    state.close()
