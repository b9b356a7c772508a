"""A briefing as one HTML page that stands alone: no script, nothing fetched."""

from __future__ import annotations

from html import escape

from briefing.document.model import Block, Briefing, Passage, Span
from briefing.export.html_lists import Lists
from briefing.export.inline import marked, safe
from briefing.export.selection import meta, select, tip_names, unmarked
from briefing.record import replace

_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;"
    "color:#222;background:#fff}h1,h2,h3,h4,h5,h6{line-height:1.25}"
    "aside{border-left:.25rem solid #888;margin:1rem 0;padding:.1rem 1rem;background:#f5f5f2}"
    "table{border-collapse:collapse}td{border:1px solid #bbb;padding:.2rem .5rem}"
    "pre{overflow-x:auto;background:#f5f5f2;padding:.5rem}dt{font-weight:bold}.meta{color:#666}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}"
    "aside,pre{background:#252525}a{color:#8ab4f8}}"
)
_TAGS = {"strong": "strong", "emphasis": "em", "strike": "s", "code": "code"}


def render(briefing: Briefing, part: str | None = None) -> str:
    """The page of the briefing, or of `part` of it. All text in it is escaped."""
    body: list[str] = []
    if part is None:
        if briefing.title:
            body.append(f"<h1>{escape(briefing.title)}</h1>")
        if briefing.subtitle:
            body.append(f"<p><em>{escape(briefing.subtitle)}</em></p>")
        if line := meta(briefing):
            body.append(f'<p class="meta">{escape(line)}</p>')
    levels = {section.id: section.level for section in briefing.of_kind("section")}
    names = tip_names(briefing)
    kinds = {tip.id: tip.tip or "note" for tip in briefing.of_kind("tip")}
    lists = Lists(body)
    tip = ""
    for passage in select(briefing, part):
        in_tip = passage.part if passage.role in ("tip-label", "tip") else ""
        block = _listed(passage)
        if in_tip != tip or block is None:
            lists.end()
        if in_tip != tip:
            body += ["</aside>"] if tip else []
            body += [f'<aside class="callout {kinds[in_tip]}">'] if in_tip else []
            if in_tip in names:
                body.append(
                    f'<p class="callout-title"><strong>{escape(names[in_tip])}</strong></p>'
                )
            tip = in_tip
        if block is None:
            body.append(_passage(passage, levels))
        else:
            lists.put(block, _inline(block))
    lists.end()
    body += ["</aside>"] if tip else []
    language = f' lang="{escape(briefing.language)}"' if briefing.language else ""
    title = escape(briefing.title or briefing.id)
    byline = escape(briefing.byline)
    author = f'<meta name="author" content="{byline}">\n' if byline else ""
    return (
        f'<!doctype html>\n<html{language}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"{author}<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _listed(passage: Passage) -> Block | None:
    """The item that a passage is; None where it is something else."""
    block, role = passage.block, passage.role
    if role in ("heading", "question", "tip-label"):
        return None
    if role == "trend" and block.kind == "paragraph":
        return replace(block, marker="", level=0)
    return block if block.kind == "item" else None


def _passage(passage: Passage, levels: dict[str, int]) -> str:
    block, role = passage.block, passage.role
    if role == "heading":
        level = min(6, levels.get(passage.part, 1) + 1)
        return f'<h{level} id="{escape(passage.part)}">{_inline(block)}</h{level}>'
    if role == "question":
        return f"<p><strong>{_inline(block)}</strong></p>"
    if role == "tip-label":
        return _tip_label(block.text)
    return _block(unmarked(block) if role == "answer" else block)


def _tip_label(label: str) -> str:
    return f'<p class="callout-title"><strong>{escape(label)}</strong></p>'


def _block(block: Block) -> str:
    text = _inline(block)
    match block.kind:
        case "quote":
            return f"<blockquote><p>{text}</p></blockquote>"
        case "code":
            return f"<pre><code>{escape(block.text)}</code></pre>"
        case "table":
            rows = (line.split("\t") for line in block.text.split("\n"))
            cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        case "rule":
            return "<hr>"
        case "image":
            return f"<figure><figcaption>{text}</figcaption></figure>"
        case "term":
            return f"<dl><dt>{text}</dt></dl>"
        case "definition":
            return f"<dl><dd>{text}</dd></dl>"
        case _:
            marker = f"{escape(block.marker)} " if block.marker else ""
            return f"<p>{marker}{text}</p>"


def _inline(block: Block) -> str:
    return marked(block.text, block.spans, escape, _before, _after)


def _before(span: Span) -> str:
    if span.style == "link":
        return f'<a href="{escape(span.target)}" rel="noopener">' if safe(span.target) else ""
    return f"<{_TAGS[span.style]}>"


def _after(span: Span) -> str:
    if span.style == "link":
        return "</a>" if safe(span.target) else ""
    return f"</{_TAGS[span.style]}>"
