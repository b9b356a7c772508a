"""What Markdown parsers do not know, made into what they do, line by line.

Admonitions (`!!! tip "Title"`, `:::tip Title`), alerts (`> [!TIP] Title`) and shortcodes that hold
text become boxes: their marker lines turn into HTML comments that only this package can write
(`SIGN` is a private-use character, and cleaned text has none), and bodies lose the indent that
made them bodies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.document.model import BoxKind
from briefing.document.pattern import pattern
from briefing.formats.markdown import components
from briefing.formats.markdown.attributes import Attributed
from briefing.formats.markdown.boxes import box_kind, is_quote, label_of
from briefing.formats.markdown.preparation import SIGN, Opened, Prepared
from briefing.formats.markdown.shortcodes import CODE, Shortcode, shortcode

_FENCE = pattern(r"[ >]*(?:[-+*][ ]+|\d{1,9}[.)][ ]+)?(`{3,}|~{3,})(.*)$")
_DIRECTIVE = pattern(r"\{([\w-]+)\}[ ]*(.*)$")
_ADMONITION = pattern(
    r"""([ ]*)(?:!!!|\?\?\?\+?)[ ]+([\w-]+)(?:[ ]+[\w-]+)*[ ]*(?:"(.*)"|'(.*)')?[ ]*$"""
)
_TAB = pattern(r"""([ ]*)===[!+]?[ ]+["'](.+)["'][ ]*$""")
_COLONS = pattern(r"([ ]*)(:{3,})[ ]*(.*)$")
_CONTAINER = pattern(r"(?:\{[ ]*)?\.?([A-Za-z][\w-]*)(?:\[([^\]]*)\])?[ ]*([^{}]*)")
_TITLE = pattern(r"""title[ ]*=[ ]*["']([^"']*)["']""")
_ALERT = pattern(r"((?:[ ]{0,3}>[ ]?)+)\[!([\w-]+)[ ]*(?:\|[^\]]*)?\](?:\([^)]*\))?[-+]?[ ]*(.*)$")
_ATTRIBUTES = pattern(r"\{(?:(?<=[)\]*`]\{):?[ ]*[.#:a-z][^{}]*\}|:?[ ]*[.#][^{}]*\}[ ]*$)")
_INHERITED = pattern(r"[ ]*\{::?[^{}]*\}[ ]*$")
_ITEM = pattern(r"[ ]*(?:(?:[-+*]|\d{1,9}[.)])[ ]+)?")
_UNSEEN = pattern(r"\{/\*.*?\*/\}")
_TEMPLATE = pattern(r"#{1,6}[ ]+(?:<%[^<>%]*%>|\{\{[^{}]*\}\})[ ]*$")


@dataclass(slots=True)
class _Containers(Attributed):
    """The preparation, line by line."""

    fence: str = ""
    """The marks that close the code that we are in."""
    quoted: bool = False
    """Whether the line before is part of a quote."""

    def line(self, text: str) -> None:
        """Take one line of the source."""
        self.number += 1
        text = self.dedented(text)
        if self.fence:
            self.put(text)
            if text.strip(" >").startswith(self.fence) and not text.strip(" >").strip(
                self.fence[0]
            ):
                self.fence = ""
            return
        quoted, self.quoted = self.quoted, text.lstrip().startswith(">")
        if not text:
            self.end_paragraph()
        elif self.awaited and self.begin_attributed(text):
            return
        if not text or not self.container(text, quoted):
            self.plain(text)

    def dedented(self, text: str) -> str:
        """The line without the indent of the admonitions that hold it, ending those that do not."""
        while self.indented and text:
            if text.startswith(" " * self.indented[-1].width):
                return text[4 * len(self.indented) :]
            self.fence = ""
            ended = self.indented.pop()
            self.close(ended, " " * (ended.width - 4 * len(self.indented) - 4))
        return text

    def container(self, text: str, quoted: bool) -> bool:
        """Whether the line is the marker of a container, which is then dealt with."""
        bare = text.lstrip(" >")
        if bare.startswith(("!!!", "???")):
            return self.admonition(text)
        if bare.startswith("==="):
            return self.tab(text)
        if bare.startswith(":::"):
            return self.colons(text)
        if bare.startswith("[!") and not quoted and ">" in text:
            return self.alert(text)
        if bare.startswith(("```{", "~~~{")):
            return self.directive(text)
        if bare.startswith("<") and bare[1:2].isupper():
            return self.component(text)
        return False

    def admonition(self, text: str) -> bool:
        found = _ADMONITION.match(text)
        if not found or not (kind := _kind(found[2])):
            return False
        title = next((title for title in found.groups()[2:] if title is not None), "")
        opened = self.open(found[1], found[2], kind[0], title or _label(found[2]))
        opened.width = 4 * len(self.indented) + len(found[1]) + 4
        self.indented.append(opened)
        return True

    def tab(self, text: str) -> bool:
        """A tab of MkDocs, `=== "Name"`: its name and then its body, as they would be printed."""
        found = _TAB.match(text)
        if not found:
            return False
        self.put(f"{found[1]}*{found[2]}*")
        self.put("")
        opened = Opened("===", -1, len(self.out), 4 * len(self.indented) + len(found[1]) + 4)
        self.indented.append(opened)
        return True

    def colons(self, text: str) -> bool:
        found = _COLONS.match(text)
        if not found:
            return False
        indent, width, rest = found[1], len(found[2]), found[3].strip()
        named = _CONTAINER.match(rest)
        if not named:
            if not rest:
                self.close_fenced(":::", indent, width)
            return not rest
        title = _TITLE.search(rest)
        label = title[1] if title else (named[2] or named[3]).strip()
        if kind := _kind(named[1]):
            opened = self.open(indent, ":::", kind[0], label or _label(named[1]))
        else:
            self.put(indent + label)
            self.put("")
            opened = Opened(":::", -1, len(self.out) - 1)
        opened.width = width
        self.fenced.append(opened)
        return True

    def alert(self, text: str) -> bool:
        found = _ALERT.match(text)
        if not found:
            return False
        kind = _kind(found[2]) or ("note",)
        self.boxes.append((kind[0], found[3].strip() or _label(found[2])))
        self.put(f"{found[1]}<!--{SIGN}>{len(self.boxes) - 1}-->")
        return True

    def directive(self, text: str) -> bool:
        """A fence of MyST: its body is Markdown."""
        fence = _FENCE.match(text)
        found = _DIRECTIVE.match(fence[2].strip()) if fence else None
        if not fence or not found or not (kind := _kind(found[1])):
            return False
        opened = self.open("", fence[1], kind[0], found[2].strip() or _label(found[1]))
        self.fenced.append(opened)
        return True

    def component(self, text: str) -> bool:
        found = components.opened(text)
        if not found:
            return False
        self.fenced.append(self.open(found.indent, found.name, found.kind, found.label))
        if found.rest.strip():
            self.plain(found.indent + found.rest)
        return True

    def component_end(self, text: str) -> bool:
        """Whether the line ends a component that is open, which is then closed."""
        found = components.CLOSING.match(text)
        name = f"<{found[2]}" if found else ""
        if not found or not any(opened.name == name for opened in self.fenced[-64:]):
            return False
        if found[1].strip():
            self.plain(found[1])
        return self.close_fenced(name, " " * (len(found[1]) - len(found[1].lstrip())))

    def plain(self, text: str) -> None:
        """A line that begins nothing: its shortcodes and attributes go."""
        if "</" in text and self.component_end(text):
            return
        if text.startswith(("```", "~~~")) and self.fenced and self.close_fenced(text.strip(), ""):
            return
        if "{{" in text or "{%" in text:
            text = self.shortcodes(text)
        if text.startswith("#") and _TEMPLATE.fullmatch(text):
            text = self.keep(text.strip("# "))
        if "{" in text:
            text = _UNSEEN.sub(lambda found: self.keep(found[0]), text)
            if _INHERITED.fullmatch(text):
                self.attribute(text)
                text = ""
            elif not text.startswith("    "):
                text = _ATTRIBUTES.sub(self.aside, text)
        found = _FENCE.match(text) if "```" in text or "~~~" in text else None
        if found and not (found[1][0] == "`" and "`" in found[2]):
            self.fence = found[1]
        self.note_paragraph(text)
        self.put(text)

    def aside(self, found: re.Match[str]) -> str:
        """What an attribute list leaves in the text: nothing that is read."""
        return "" if found[0][1] in ".#:" else self.keep(found[0])

    def shortcodes(self, text: str) -> str:
        """Deal with the shortcodes of a line; what is left of it is returned."""
        codes = list(CODE.finditer(text))
        if not codes:
            return text
        row = text.lstrip().startswith("|")
        indent, at, left = "", 0, ""
        for code in codes:
            left += text[at : code.start()]
            at = code.end()
            meant = shortcode(code)
            if meant.name == "highlight":
                left = self.highlight(left, code[0], closing=meant.closing)
            elif row or not (meant.box or meant.closing):
                left += meant.text
                if code[2] is not None:
                    left += self.keep(code[0])
            else:
                indent = indent or _item_indent(text)
                if left.strip():
                    self.put(left)
                left = ""
                if not self.boundary(meant, indent) and code[2] is not None:
                    left = self.keep(code[0])
        left += text[at:]
        return left if left.strip() or not codes else ""

    def boundary(self, meant: Shortcode, indent: str) -> bool:
        """Whether the marker opens or closes a box, which is then done."""
        if meant.closing:
            return self.close_fenced(meant.name, indent)
        if meant.box:
            self.fenced.append(self.open(indent, meant.name, meant.box, meant.label))
        return True

    def highlight(self, left: str, written: str, *, closing: bool) -> str:
        """Code between tags is code between fences; the tags are kept outside it."""
        self.put(left)
        if not closing:
            self.put(self.keep(written))
        self.put("~~~~~~~~")
        if closing:
            self.put(self.keep(written))
        return ""


def _item_indent(text: str) -> str:
    """The indent that keeps a line within the list item that `text` begins or goes on with."""
    found = _ITEM.match(text)
    return " " * found.end() if found else ""


def _kind(name: str) -> tuple[BoxKind | None] | None:
    """The kind that a container's name means; none for a pull quote; nothing for another name."""
    if is_quote(name):
        return (None,)
    kind = box_kind(name)
    return (kind,) if kind else None


def _label(name: str) -> str:
    kind = box_kind(name)
    return label_of(name, kind) if kind else ""


def prepare(text: str, first: int = 0) -> Prepared:
    """`text` with its containers as comments; `first` is how many lines stood before it."""
    preparation = _Containers(number=first)
    text = text.replace(SIGN, "\ufffd")
    if "{{" in text:
        text = CODE.sub(_one_line, text)
    for line in text.split("\n"):
        preparation.line("" if line.isspace() else line)
    preparation.line("end")
    del preparation.out[-1], preparation.lines[-1]
    preparation.end_paragraph()
    for opened in preparation.fenced:
        preparation.unopen(opened)
    return Prepared(
        "\n".join(preparation.out), preparation.lines, preparation.boxes, preparation.asides
    )


def _one_line(code: re.Match[str]) -> str:
    """A shortcode written over several lines, in one; the lines follow it."""
    return code[0].replace("\n", " ") + "\n" * code[0].count("\n")
