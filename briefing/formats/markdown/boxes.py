"""The words by which markup names its boxes: admonitions, alerts, callouts."""

from __future__ import annotations

from briefing.document.model import BoxKind

_WORDS: dict[BoxKind, str] = {
    "tip": "tip tips hint protip pro-tip success check done best-practice tldr-tip",
    "fact": "fact facts fun-fact funfact did-you-know didyouknow",
    "note": (
        "note notes notice info information abstract summary tldr tl-dr seealso see-also example "
        "todo alert callout admonition infobox info-box box aside card ring hinweis nota remarque"
    ),
    "warning": (
        "warning warn caution danger error failure fail missing bug important attention critical"
    ),
    "update": "update updates updated news correction",
    "question": "faq",
    "points": "keypoints key-points takeaways key-takeaways",
    "details": "details question help expand accordion collapse collapsible spoiler toggle",
}
KINDS: dict[str, BoxKind] = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_SAY_NOTHING = frozenset(
    (
        *("alert", "callout", "admonition", "infobox", "info-box", "box", "aside", "card", "ring"),
        *("notice", "details", "expand", "accordion", "collapse", "collapsible", "spoiler"),
        *("toggle", "faq", "notes", "tips", "facts", "check", "done"),
    )
)


_CALLOUTS = frozenset(
    (
        *("tip", "hint", "note", "info", "notice", "important", "attention", "warning", "caution"),
        *("danger", "alert"),
    )
)
"""Classes that mean a box on any block; of `summary`, `example` or `done` that is not so sure."""


def is_quote(name: str) -> bool:
    """Whether a box of this name is a pull quote: `quote`, `cite`, `pquote`, `pull-quote`."""
    return name.casefold() == "cite" or name.casefold().endswith("quote")


def callout_kind(name: str) -> BoxKind | None:
    """The kind of box that a class makes of a block that is not known to be one."""
    return box_kind(name) if name.casefold() in _CALLOUTS else None


def box_kind(name: str) -> BoxKind | None:
    """The kind of box that `name` means: `tip`, `TIP`, `callout-tip`, `alert-warning`."""
    name = name.casefold().replace("_", "-")
    for prefix in ("callout-", "alert-", "admonition-", "markdown-alert-", "usa-alert--"):
        name = name.removeprefix(prefix)
    return KINDS.get(name)


def label_of(name: str, kind: BoxKind) -> str:
    """The label of a box that has none written: its name, where that says more than its kind."""
    plain = name.casefold().replace("_", "-").rpartition("callout-")[2]
    if plain == kind or kind == "points" or plain in _SAY_NOTHING:
        return ""
    return plain.replace("-", " ").capitalize()
