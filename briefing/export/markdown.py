"""A briefing as Markdown: CommonMark, with GitHub's tables and alerts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from briefing.document.model import Block, Briefing, Passage, Span
from briefing.document.pattern import pattern
from briefing.export.inline import marked, safe
from briefing.export.selection import meta, select, tip_names, unmarked

_SPECIAL = pattern(r"[\\`*_\[\]<>~|]")
_BEGINNING = pattern(r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|={2,}|-{2,}|:)|(\d{1,9})([.)])(?=\s|$)")
_ALERTS = {
    "tip": "TIP",
    "fact": "NOTE",
    "note": "NOTE",
    "warning": "WARNING",
    "update": "IMPORTANT",
}


def render(briefing: Briefing, part: str | None = None) -> str:
    """The briefing, or `part` of it, ending in a newline."""
    chunks: list[str] = []
    if part is None:
        if briefing.title:
            chunks.append(f"# {_escaped(briefing.title)}")
        chunks += [f"*{_escaped(text)}*" for text in (briefing.subtitle, meta(briefing)) if text]
    names = tip_names(briefing)
    kinds = {tip.id: _ALERTS.get(tip.tip or "note", "NOTE") for tip in briefing.of_kind("tip")}
    levels = {section.id: section.level for section in briefing.of_kind("section")}
    last: Passage | None = None
    for passage in select(briefing, part):
        same_part = last is not None and bool(passage.part) and last.part == passage.part
        if passage.role in ("tip-label", "tip"):
            body = _tip(passage, kinds, names, begins=not same_part)
            if same_part:
                chunks[-1] += ("\n> " if last and last.role == "tip-label" else "\n>\n> ") + body
            else:
                chunks.append(f"> {body}")
        else:
            text = _passage(passage, levels)
            if passage.role == "answer" and last and last.role == "question":
                text = f"A: {text}"
            close = last is not None and last.block.kind == passage.block.kind == "item"
            if close and chunks and last and last.role == passage.role:
                chunks[-1] += f"\n{text}"
            else:
                chunks.append(text)
        last = passage
    return "\n\n".join(chunks) + "\n" if chunks else ""


def _tip(passage: Passage, kinds: dict[str, str], names: dict[str, str], *, begins: bool) -> str:
    text = _block(passage.block).replace("\n", "\n> ")
    if not begins:
        return text
    head = f"[!{kinds.get(passage.part, 'NOTE')}]\n> "
    if passage.role == "tip-label":
        return f"{head}**{_escaped(passage.block.text)}**"
    return head + (f"**{names[passage.part]}**\n> " if passage.part in names else "") + text


def _passage(passage: Passage, levels: dict[str, int]) -> str:
    block, role = passage.block, passage.role
    if role == "heading":
        return f"{'#' * min(6, levels.get(passage.part, 1) + 1)} {_inline(block)}"
    if role == "question":
        return f"**Q: {_escaped(block.text)}**"
    if role == "trend" and block.kind == "paragraph":
        return f"- {_begun(_inline(block))}"
    return _block(unmarked(block) if role == "answer" else block)


def _block(block: Block) -> str:
    kind = block.kind
    if kind == "code":
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0))
        return f"{fence}\n{block.text}\n{fence}"
    if kind == "table":
        return _table(block.text, block.marker)
    if kind == "rule":
        return "---"
    if kind == "image":
        target = block.spans[0].target if block.spans else ""
        text = _escaped(block.text)
        return f"![{text}](<{target}>)" if safe(target) else f"*{text}*"
    text = _begun(_inline(block))
    if kind == "item":
        number = re.fullmatch(r"\(?(\d{1,9})[.):]?\)?", block.marker)
        return f"{'    ' * min(block.level, 8)}{f'{number[1]}.' if number else '-'} {text}"
    if kind == "quote":
        return "> " * (min(block.level, 8) + 1) + text
    if kind == "definition":
        return f":   {text}"
    if block.marker:
        return f"{_escaped(block.marker)} {text}"
    return text


def _begun(text: str) -> str:
    """A text whose first characters make no heading, item or rule of it."""
    return _BEGINNING.sub(_unmarked, text, count=1) if _BEGINNING.match(text) else text


def _unmarked(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _inline(block: Block) -> str:
    if not any(span.style == "code" for span in block.spans):
        return marked(block.text, block.spans, _escaped, _before, _after)
    # Code first: of marks at one place it is then the inner one, in which nothing is marked.
    spans = sorted(
        (s for s in block.spans if s.style != "code" or "`" not in block.text[s.start : s.end]),
        key=lambda span: span.style != "code",
    )
    bare = _bare(block.text, spans)
    within: list[Span] = []

    def escape(text: str) -> str:
        return text if within else _escaped(text)

    def before(span: Span) -> str:
        if span not in bare:
            return _before(span)
        within.append(span)
        return "`"

    def after(span: Span) -> str:
        if span not in bare:
            return _after(span)
        within.remove(span)
        return "`"

    return marked(block.text, spans, escape, before, after)


def _bare(text: str, spans: Sequence[Span]) -> set[Span]:
    """The code that backticks can stand round; round other code stands `<code>`."""
    code = Counter(edge for s in spans if s.style == "code" for edge in (s.start, s.end))
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    found: set[Span] = set()
    for span in spans:
        inner = text[span.start : span.end]
        alone = code[span.start] == code[span.end] == 1
        whole = bisect_right(edges, span.start) == bisect_left(edges, span.end)
        if span.style == "code" and alone and whole and inner and inner == inner.strip():
            found.add(span)
    return found


def _before(span: Span) -> str:
    if span.style == "link":
        return "[" if safe(span.target) else ""
    return {"strong": "**", "emphasis": "*", "strike": "~~", "code": "<code>"}[span.style]


def _after(span: Span) -> str:
    if span.style == "link":
        return f"](<{span.target}>)" if safe(span.target) else ""
    return {"strong": "**", "emphasis": "*", "strike": "~~", "code": "</code>"}[span.style]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("&", "&amp;")


_SIDES = {":-": ":---", "-:": "---:", ":-:": ":---:"}


def _table(text: str, marker: str) -> str:
    rows = [[_escaped(cell) for cell in line.split("\t")] for line in text.split("\n")]
    columns = max(len(row) for row in rows)
    lines = [f"| {' | '.join([*row, *([''] * (columns - len(row)))])} |" for row in rows]
    sides = [_SIDES.get(side, "---") for side in marker.split("|")][:columns]
    rule = " | ".join(sides + ["---"] * (columns - len(sides)))
    return "\n".join([lines[0], f"| {rule} |", *lines[1:]])
