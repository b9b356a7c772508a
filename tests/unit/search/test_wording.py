from __future__ import annotations

from briefing.search.query import parse
from briefing.search.results import Results
from briefing.search.wording import ANY_WORD, told, widened


def test_what_was_ignored_is_told_with_its_place() -> None:
    results = Results(ignored=parse("drone in:nowhere").ignored)
    assert told(results)[0].startswith("ignored, at 10: in:nowhere is not understood")


def test_an_empty_answer_says_what_to_search_for_instead() -> None:
    assert told(Results()) == ("nothing found",)
    assert told(Results(suggestions=("a", "b"))) == ("nothing found; did you mean a, b?",)


def test_why_some_parts_have_only_some_words_is_told() -> None:
    query = parse("drone tanker")
    assert widened(query, 0, ()) == ANY_WORD
    assert widened(query, 1, ()) == "only the first has all of these words"
    assert widened(query, 2, ()) == "only the first 2 have all of these words"
    assert "no part has “tanker”" in widened(query, 0, query.wanted[1:])
