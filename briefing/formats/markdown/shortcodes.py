"""Shortcodes of Hugo (`{{< note >}}`) and tags of Jekyll (`{% include x %}`), taken apart."""

from __future__ import annotations

import re

from briefing.document.model import BoxKind
from briefing.document.pattern import pattern
from briefing.formats.markdown.boxes import KINDS, box_kind, label_of
from briefing.record import record

# A brace ends the search, so a flood of openings costs no more than its length.
CODE = pattern(r"(?<!`)(?:\{\{[<%]([^{}]*)[>%]\}\}|\{%-?([^{}%]*)-?%\})(?!`)")
_ARGUMENT = pattern(r"""(?<![\w-])(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))""")
_PICTURES = pattern(r"(?:^|[-_])(?:img|image|figure|picture|photo)(?:$|[-_])")
_TABS = frozenset(
    ("tab", "tabs", "tabpane", "steps", "step", "column", "columns", "row", "grid", "button")
)
_VISIBLE = ("label", "text", "caption", "content")


@record
class Shortcode:
    """One marker, and what stands in its place."""

    name: str
    closing: bool = False
    box: BoxKind | None = None
    """The box that it opens, if a marker closes it later."""
    label: str = ""
    text: str = ""
    """Markdown to show in its place where it opens no box."""


def shortcode(found: re.Match[str]) -> Shortcode:
    """What a match of `CODE` means."""
    inner = (found[1] if found[1] is not None else found[2]).strip()
    name, _, rest = inner.strip("/ ").partition(" ")
    name = name.casefold()
    if inner.startswith("/"):
        return Shortcode(name, closing=True)
    if found[2] is not None and name.startswith("end"):
        return Shortcode(name.removeprefix("end"), closing=True)
    if found[2] is not None and name in {
        "include",
        "if",
        "for",
        "assign",
        "unless",
        "else",
        "elsif",
    }:
        return Shortcode(name)
    named, bare = _arguments(rest.rstrip("/ "))
    title = named.get("title") or named.get("summary") or named.get("header") or ""
    kind, said = _kind(name, named, bare)
    if _PICTURES.search(name):
        alt = named.get("alt") or named.get("caption") or title
        source = named.get("src") or named.get("link") or ""
        return Shortcode(name, text=_picture(alt, source))
    if kind is None and title and name not in _TABS:
        kind = "note"
    if kind:
        words = [text for text in bare if text.casefold() not in KINDS]
        label = title or (words[0] if words and (name in KINDS) else "")
        return Shortcode(name, box=kind, label=label or label_of(said, kind))
    return Shortcode(name, text=next((named[key] for key in _VISIBLE if named.get(key)), ""))


def _kind(name: str, named: dict[str, str], bare: list[str]) -> tuple[BoxKind | None, str]:
    """The kind of box that a marker opens, and the word that says so."""
    kind = box_kind(name)
    if kind is None:
        return None, ""
    said = [named.get(key, "") for key in ("type", "kind", "variant", "level", "class")]
    for word in (*said, *bare):
        # `note variant="alert"`: a word that says nothing more does not replace the name.
        if (finer := box_kind(word)) and (finer != "note" or kind == "note"):
            return finer, word
    return kind, name


def _arguments(text: str) -> tuple[dict[str, str], list[str]]:
    named: dict[str, str] = {}
    bare: list[str] = []
    for found in _ARGUMENT.finditer(text):
        value = next((group for group in found.groups()[1:] if group is not None), "")
        if found[1]:
            named.setdefault(found[1].casefold(), value)
        else:
            bare.append(value)
    return named, bare


def _picture(alt: str, source: str) -> str:
    alt = re.sub(r"([\[\]\\`*_<])", r"\\\1", alt)
    source = re.sub(r"[\s<>]", "", source)
    return f"![{alt}](<{source}>)" if alt else ""
