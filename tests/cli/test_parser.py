"""Arguments: errors of one line, and queries that may begin with a dash."""

from __future__ import annotations

import pytest

from briefing.cli.commands import SUMMARIES, parser_of
from briefing.cli.dispatch import chosen
from briefing.cli.parser import Asked
from briefing.document.errors import UsageError


@pytest.mark.parametrize("name", ["open", *SUMMARIES])
def test_help_begins_with_examples_and_names_every_option(name: str) -> None:
    parser = parser_of(name)
    with pytest.raises(Asked) as asked:
        parser.read(["--help"])
    text = str(asked.value)
    assert text.index("Examples:") < text.index("Usage:")
    assert [option for option in parser.options() if option not in text] == []
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_wrong_option_is_told_in_one_line_that_names_the_way_out(name: str) -> None:
    parser = parser_of(name)
    with pytest.raises(UsageError) as error:
        parser.read(["--no-such-option", "1", "2"])
    assert "\n" not in str(error.value)
    assert f"briefing {name} --help" in str(error.value)


@pytest.mark.parametrize(
    ("argv", "words", "limit"),
    [
        (["drone", "-naval"], ["drone", "-naval"], 50),
        (["-naval", "--limit", "3", "drone"], ["-naval", "drone"], 3),
        (["drone", "--limit=3", "-in:faq"], ["drone", "-in:faq"], 3),
        (["--", "--limit"], ["--limit"], 50),
        (["-", "drone"], ["-", "drone"], 50),
    ],
)
def test_a_query_may_hold_words_that_begin_with_a_dash(
    argv: list[str], words: list[str], limit: int
) -> None:
    args = parser_of("search").read(argv)
    assert (args.words, args.limit) == (words, limit)


@pytest.mark.parametrize(
    ("argv", "name", "rest"),
    [
        ([], "open", []),
        (["note.md"], "open", ["note.md"]),
        (["show", "note.md"], "show", ["note.md"]),
        (["--plain", "show", "note.md"], "show", ["--plain", "note.md"]),
        (["show.md"], "open", ["show.md"]),
        (["./show"], "open", ["./show"]),
        (["--", "show"], "open", ["--", "show"]),
        (["-"], "open", ["-"]),
        (["bookmarks"], "bookmarks list", []),
        (["bookmarks", "--json"], "bookmarks list", ["--json"]),
        (["bookmarks", "add", "x", "t:y"], "bookmarks add", ["x", "t:y"]),
        (["search", "show"], "search", ["show"]),
    ],
)
def test_the_first_word_names_the_command_or_is_a_document(
    argv: list[str], name: str, rest: list[str]
) -> None:
    assert chosen(argv) == (name, rest)
