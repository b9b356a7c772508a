"""Pages made to hold a parser up end in plain text, in time."""

from __future__ import annotations

import time

import pytest

from briefing.formats.html import limit, parse, plain_text
from briefing.formats.html.guard import suspicious

HOSTILE = {
    "deep": "<div>" * 20_000,
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">x</p>",
    "never closed": "<a " * 30_000,
    "deep formatting": "<b><i>" * 3_000,
}
HARMLESS = {
    "long data": '<img src="data:' + "A" * 50_000 + '"><p>text</p>',
    "script full of signs": "<script>" + "if (a<b) c<d;" * 5_000 + "</script><p>text</p>",
    "long comment": "<!-- " + "<div> " * 5_000 + "--><p>text</p>",
    "open paragraphs": "<p>text" * 5_000,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_page_shaped_to_hurt_is_suspicious(page: str) -> None:
    assert suspicious(page)


@pytest.mark.parametrize("page", HARMLESS.values(), ids=HARMLESS)
def test_a_large_page_alone_is_not(page: str) -> None:
    assert not suspicious(page)


def test_a_suspicious_page_that_parses_in_time_is_read_whole() -> None:
    page = "<b><i>" * 600 + "deep text"
    assert suspicious(page)
    result = parse(page)
    assert result is not None
    assert [block.text for block in result[0]] == ["deep text"]


def test_a_page_that_does_not_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit, "SECONDS", 0.01)
    started = time.monotonic()
    assert parse("<div>" * 20_000) is None
    assert time.monotonic() - started < 5


def test_its_text_is_still_there() -> None:
    page = "<head><title>t</title></head><h1>One &amp; two</h1><script>no()</script>"
    page += "<p>three<b>four</b>"
    assert plain_text(page).split() == ["One", "&", "two", "threefour"]


def test_no_sign_in_a_comment_or_a_script_becomes_text() -> None:
    page = "<p>one<!-- a > b --><script>if (a<b) c = '\"<p>no';</script><p>two"
    assert plain_text(page).split() == ["one", "two"]


@pytest.mark.parametrize("flood", ["<a ", "<script>", "<a '", "</script", "<!--", "&#"])
def test_plain_text_is_linear_on_what_is_never_closed(flood: str) -> None:
    started = time.process_time()
    assert plain_text(f"<p>kept</p>{flood * 100_000}").startswith("\n\nkept")
    assert time.process_time() - started < 5
