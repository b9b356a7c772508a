"""What bytes that are no text look like, in words for the reader."""

from __future__ import annotations

_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a sound, an image or a film"),
    (b"OggS", "a sound or a film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_WORDS = (b"RIFF", b"OggS", b"ID3", b"BZh", b"MZ\x90\x00", b"wOFF", b"wOF2")
"""Beginnings that a text may have too; they count only with a NUL soon after."""
_ZIP = b"PK\x03\x04"
_SOON = 512


def looks_like(data: bytes) -> str:
    """What `data` seems to be, with its article, or nothing when it may be a text."""
    head = data[:_SOON]
    if head.startswith((_ZIP, b"PK\x05\x06")):
        return _zip_kind(data[:4096])
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning) and (beginning not in _WORDS or b"\x00" in head):
            return kind
    if head[4:8] == b"ftyp":
        return "a film or a sound"
    if head[257:262] == b"ustar":
        return "a tar archive"
    return ""


def _zip_kind(head: bytes) -> str:
    if b"application/epub" in head:
        return "an EPUB book"
    if b"word/" in head:
        return "a Word document"
    if b"xl/" in head:
        return "a spreadsheet"
    if b"ppt/" in head:
        return "a presentation"
    if b"opendocument" in head:
        return "an OpenDocument file"
    if b"[Content_Types].xml" in head:
        return "an Office document"
    return "a ZIP archive"
