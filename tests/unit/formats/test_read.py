"""Which format a document is in, and what is said of one that is not read."""

from __future__ import annotations

import pytest

from briefing.document.errors import UnreadableDocument
from briefing.formats import read
from briefing.formats.recognise import format_of


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.md", "plain", "markdown"),
        ("A.MARKDOWN", "", "markdown"),
        ("a.html", "plain", "html"),
        ("-", "<!DOCTYPE html><p>x", "html"),
        ("a.txt", "\n<html lang=en><body>", "html"),
        ("a.txt", "Title\n\n- one\n- two\n", "text"),
        ("a.txt", "# comment\n\nNothing else.\n", "text"),
        ("a.txt", "#1 of 3\n#2 of 3\n", "text"),
        ("a.txt", "# A\n\nText.\n\n## B\n\n- one\n- two\n", "markdown"),
        ("-", "# A\n\nSee [this](https://x.y) and **that thing**.\n", "markdown"),
    ],
)
def test_the_format_is_the_names_or_plain_to_see(name: str, text: str, kind: str) -> None:
    assert format_of(name, text) == kind


def test_lines_keep_their_numbers_below_front_matter() -> None:
    manuscript = read(b"---\ntitle: T\n---\n\nBody.\n", "a.txt")
    assert manuscript.metadata.title == "T"
    assert [(line.text, line.number) for line in manuscript.lines] == [("Body.", 5)]


def test_a_nested_list_indented_by_tabs_is_no_code() -> None:
    kinds = [block.kind for block in read(b"- a\n\t- b\n", "a.md").blocks]
    assert kinds == ["item", "item"]


def test_what_was_done_to_the_text_is_told() -> None:
    manuscript = read("Gr\u00fc\u00dfe \u202ex".encode("utf-16"), "a.txt")
    assert manuscript.notices == ("read as utf-16-le", "1 direction override shown as �")


def test_a_page_is_read() -> None:
    manuscript = read(
        b"<!doctype html><title>T</title><h1>T</h1><p>Some words of text.</p>", "a.html"
    )
    assert manuscript.format == "html"
    assert any(block.text == "Some words of text." for block in manuscript.blocks)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"%PDF-1.7", "a.pdf", "a.pdf looks like a PDF, which is not read yet; export it as"),
        (b"\x7fELF", "a\x1b[2J.md", "a␛[2J.md looks like a program, not a text; open a text"),
        (b"a\x00b", "-", "standard input looks like a binary file, not a text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, name: str, said: str) -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read(data, name)
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_two_rules_with_a_line_between_them_are_text_in_a_text() -> None:
    shown = read(b"---\nCorrection: the talks begin on Monday.\n---\nThe talks", "a.txt").lines
    assert [line.text for line in shown] == [
        "---",
        "Correction: the talks begin on Monday.",
        "---",
        "The talks",
    ]


def test_a_text_may_have_front_matter() -> None:
    manuscript = read(b"---\ntitle: Talks\n---\nThey begin.", "a.txt")
    assert manuscript.metadata.title == "Talks"
    assert [(line.text, line.number) for line in manuscript.lines] == [("They begin.", 4)]
