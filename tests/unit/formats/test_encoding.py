from __future__ import annotations

import pytest

from briefing.formats.encoding import NotText, decode

RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 4


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    decoded = decode("Nothing marks this text.\n".encode(encoding))
    assert decoded.text == "Nothing marks this text.\n"
    assert decoded.notices == (f"read as {encoding}",)


def test_a_legacy_encoding_is_detected_and_named() -> None:
    decoded = decode(RUSSIAN.encode("windows-1251"))
    assert decoded.text == RUSSIAN
    assert decoded.notices == ("read as windows-1251",)


def test_what_a_page_declares_goes_before_a_guess() -> None:
    page = '<meta charset="iso-8859-7"><p>\u03b1\u03b2\u03b3'.encode("iso-8859-7")
    assert decode(page).text.endswith("\u03b1\u03b2\u03b3")


@pytest.mark.parametrize("declared", ["idna", "unicode_escape", "rot13", "no-such-thing"])
def test_an_encoding_that_documents_do_not_use_is_not_tried(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>caf'.encode() + b"\xe9</p> and more text in French"
    assert "café" in decode(page).text


def test_text_cut_within_a_character_is_still_utf_8() -> None:
    decoded = decode("Grüße aus München".encode() + "ü".encode()[:1])
    assert decoded.text == "Grüße aus München�"
    assert decoded.encoding == "utf-8"


def test_windows_1252_is_the_last_resort() -> None:
    assert decode(b"caf\xe9").text == "café"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml", "a Word document"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/epub+zip", "an EPUB book"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"some\x00thing", "a binary file"),
        (bytes(range(1, 9)) * 50, "a binary file"),
    ],
)
def test_what_is_no_text_says_what_it_looks_like(data: bytes, kind: str) -> None:
    with pytest.raises(NotText) as raised:
        decode(data)
    assert raised.value.looks_like == kind


def test_a_text_may_begin_like_a_file_of_another_kind() -> None:
    assert decode(b"RIFF is a word, and BZh too").encoding == "utf-8"


def test_a_coloured_log_is_a_text() -> None:
    assert decode(b"\x1b[31merror\x1b[0m: it failed\n" * 9).encoding == "utf-8"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("iso-2022-jp", "会議は二十日に開かれた。\n"), ("iso-2022-kr", "회의는 이십일\n")],
)
def test_a_text_in_seven_bits_is_not_taken_for_ascii(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.notices) == (text, (f"read as {encoding}",))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le déjeuner à l'hôtel\nIl est arrivé très tôt.\nÇa va être bon.\n"),
        ("cp1252", "Het coördineren van de reünie\n"),
        ("cp1252", "ÉTÉ À LA MER\n10 m² à louer\n"),
        ("cp1250", "Żółw idzie powoli.\nKraków leży nad Wisłą, a Łódź nie.\n"),
        ("cp1251", "Поезд идёт на север.\nВокзал закрыт.\n"),
        ("koi8-r", "Поезд идёт на север.\nВокзал закрыт до утра.\n"),
        ("cp850", "Le déjeuner à l'hôtel était bon.\nÇa va être très bien.\n"),
        ("gb18030", "谷物价格\n今年的收成推迟了两周。\n磨坊只开一班。\n"),
        ("big5", "車站\n列車明天開往北方。\n車站已經關閉。\n"),
        ("shift_jis", "列車について\n列車は明日北へ行きます。\n"),
        ("euc-jp", "価格の見通し\n"),
        ("euc-kr", "기차는 내일 북쪽으로 간다.\n역은 닫혔다.\n"),
    ],
)
def test_three_lines_are_enough_to_tell_the_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text
