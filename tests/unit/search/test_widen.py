from __future__ import annotations

import pytest

from briefing.search.query import parse
from briefing.search.tree import Or
from briefing.search.widen import any_word, is_question, loosened, telling


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("what is a drone", "drone"),
        ("to be or not to be", "to be or not to be"),
        ("WHO vaccine", "who vaccine"),
        ("WHO PAYS", "pays"),
        ('"the" end', "the end"),
        ("the* end", "the* end"),
        ("the drone -the in:faq", "drone -the in:faq"),
    ],
)
def test_little_words_need_not_be_there(query: str, kept: str) -> None:
    assert str(telling(parse(query))) == kept


def test_any_of_the_words_will_do_where_there_are_two() -> None:
    wider = any_word(parse('drone "black sea" -naval in:faq'))
    assert wider is not None
    assert str(wider) == 'drone OR "black sea" -naval in:faq'
    assert isinstance(wider.root.nodes[0], Or)
    assert any_word(parse("drone -naval")) is None


def test_a_word_that_is_nowhere_may_end_otherwise() -> None:
    query = parse("vacant rent")
    assert str(loosened(query, query.wanted)) == "vaca* rent"


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("what is a drone", True),
        ("drone costs?", True),
        ("無人機？", True),
        ("can opener", False),
        ("drone", False),
        ("", False),
    ],
)
def test_a_question_is_known_by_its_first_word_or_its_mark(query: str, asks: bool) -> None:
    assert is_question(parse(query)) == asks
