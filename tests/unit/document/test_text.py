"""Safe text, row by row of the policy."""

from __future__ import annotations

import pytest

from briefing.document import text
from briefing.document.text import clean, clean_line
from briefing.document.unsafe import defused


@pytest.mark.parametrize(
    "newline", ["\n", "\r\n", "\r", "\x85", "\x0b", "\x0c", "\u2028", "\u2029"]
)
def test_every_kind_of_newline_is_one_newline(newline: str) -> None:
    assert clean(f"a{newline}b").text == "a\nb"
    assert clean(f"é{newline}b").text == "é\nb"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\tb", "a       b"),
        ("12345678\tb", "12345678        b"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b[38:2::255:0:0mred", "red"),
        ("\x1b]52;c;YQ==\x07", "␛]52;c;YQ==␇"),
        ("\x1b[2J", "␛[2J"),
        ("nul\x00del\x7f", "nul␀del␡"),
        ("csi \x9b2J", "csi �2J"),
        ("private \ue000 and \U0010fffd", "private � and �"),
        ("none \ufdd0 \uffff", "none � �"),
        ("half \ud800", "half �"),
        ("soft\xadhyphen", "softhyphen"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("mark\u200e \u200f\u061c.", "mark ."),
        ("tag\U000e0041", "tag"),
        ("hangul\u3164filler", "hangul filler"),
        ("no\xa0break\u202fspace\u2003here", "no break space here"),
        ("a\u200db", "ab"),
        ("a\ufe0fb", "ab"),
        ("a\ufe01b", "ab"),
        ("a" + "\u0301" * 20, "a" + "\u0301" * 4),
        ("\u0301a", "\u25cc\u0301a"),
        ("é\n\u0301a", "é\n\u25cc\u0301a"),
        ("\U0001e8d0" * 6 + "\U0001e800", "\u25cc" + "\U0001e8d0" * 4 + "\U0001e800"),
    ],
)
def test_what_has_no_place_on_a_screen_is_shown_or_goes(written: str, shown: str) -> None:
    assert clean(written).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII, with\nlines",
        "“Curly” – dashes… and naïve Grüße",
        "שָׁלוֹם עוֹלָם",
        "مرحبا بالعالم",
        "می‌خواهم",
        "क्‍ष हिन्दी",
        "ශ්‍රී ලංකා",
        "လျှော့ကြပါ",
        "ภาษาไทยน้ำ",
        "漢字かなカナ한국어",
        "e\u0301 decomposed",
        "👩🏽‍💻 ❤️‍🔥 🏳️‍🌈 1️⃣ 🇺🇦 ☎︎ ©️",
    ],
)
def test_what_must_not_be_damaged_stays_whole(text: str) -> None:
    assert clean(text).text == text
    assert clean(text).notices == ()


def test_direction_overrides_are_shown_and_counted_in_one_notice() -> None:
    once = clean("a\u202eb")
    assert once.text == "a�b"
    assert once.notices == ("1 direction override shown as �",)
    assert clean("\u2066\u202a\u2069").notices == ("3 direction overrides shown as �",)


def test_a_colour_made_by_removing_a_colour_is_not_one() -> None:
    assert clean("\x1b[3\x1b[31m1mred").text == "␛[31mred"


def test_a_tab_stop_may_be_nearer() -> None:
    assert clean("\t- a", tab=4).text == "    - a"


def test_a_line_keeps_to_its_line() -> None:
    assert clean_line("name\nwith\x1b[2Jescapes.md") == "name with␛[2Jescapes.md"


def test_what_is_let_through_unread_would_come_through_unchanged() -> None:
    letters = [char for code in range(0x110000) if text.PLAIN_WIDE.fullmatch(char := chr(code))]
    assert len(letters) > 40_000
    assert [char for char in letters if defused(f"a{char}a", 8)[0] != f"a{char}a"] == []
