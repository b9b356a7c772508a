"""Neighbouring texts are one, whichever version of the parser is installed."""

from __future__ import annotations

import itertools

import pyromark

from briefing.formats.markdown.merging import events_of, joined

TEXT = "# A [!NOTE] title\n\nOne & two \\* three, [open\nand *four* < five.\n"


def test_texts_are_joined_as_the_parser_joins_them() -> None:
    options = pyromark.Options.ENABLE_TABLES
    apart = pyromark.events_with_range(TEXT, options=options)
    assert list(joined(apart)) == list(events_of(TEXT, options))


def test_no_two_texts_stand_side_by_side() -> None:
    events = [event for event, _ in joined(pyromark.events_with_range(TEXT))]
    texts = [isinstance(event, dict) and "Text" in event for event in events]
    assert (True, True) not in set(itertools.pairwise(texts))
    assert any(texts)
