from __future__ import annotations

import pytest

from briefing.formats.plausible import likeliest, plausibility

FRENCH = "Le déjeuner à l'hôtel".encode("cp1252")


@pytest.mark.parametrize("wrong", ["cp852", "cp1251", "gb18030", "utf-8", "no-such-code"])
def test_a_text_looks_like_one_only_in_its_encoding(wrong: str) -> None:
    assert plausibility(FRENCH, "cp1252") == 1
    assert plausibility(FRENCH, wrong) < 0.7


def test_a_guess_stays_where_no_encoding_is_clearly_better() -> None:
    assert likeliest(FRENCH, "iso8859-15") == "iso8859-15"
    assert likeliest(FRENCH, "cp852") == "cp1252"


def test_of_the_codes_of_east_asia_a_guess_is_no_better_than_another() -> None:
    assert likeliest("역은 닫혔다".encode("euc-kr"), "gb18030") == "euc_kr"


def test_a_text_without_letters_beyond_ascii_is_one_in_any_encoding() -> None:
    assert plausibility(b"plain", "cp866") == 1
