from __future__ import annotations

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
