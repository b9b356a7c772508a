"""Where on a page the article is, and what on it is furniture."""

from __future__ import annotations

import re

from briefing.formats.html.tree import PROSE, Node

MOST = 0.8
"""A child that holds this share of the prose is where the article is."""
ENOUGH = 0.5
"""Share of the prose that makes an element which calls itself the article believable."""
ASIDE = 0.05
"""Share of the prose from which what follows the article is more than a teaser."""
LEAVES = frozenset({"p", "ul", "ol", "table", "blockquote", "dl"})
LINKS = 0.6
"""Share of letters in links from which a block is a list of links and not text."""
WHOLE = 0.4
"""A block with this share of the article's prose is the article, whatever its class says."""

# What page authors call the blocks that are not the article, and why we leave them out. Words are
# matched whole, as parts of names such as `post-share-bar`.
FURNITURE = {
    "share": "share sharing sharebar sharethis addthis social socials socialmedia addtoany",
    "subscribe": "newsletter subscribe subscription signup sign-up mailchimp optin opt-in paywall",
    "comments": "comment comments disqus respond reply replies discussion commentlist",
    "related-links": (
        "related recommended recommendation recommendations recirc recirculation more-stories "
        "read-more readmore outbrain taboola popular most-read mostread trending latest teaser "
        "teasers also-like similar-articles up-next suggested"
    ),
    "advertisement": "ad ads advert adverts advertisement advertising sponsor sponsored promo "
    "promotion promoted banner adsense dfp affiliate affiliates",
    "navigation": "nav navbar navigation breadcrumb breadcrumbs menu pagination pager prev-next "
    "post-navigation skip skip-link sitemap sidebar side-bar topbar masthead site-header",
    "table-of-contents": "toc table-of-contents tableofcontents inhaltsverzeichnis",
    "tags": "tags taglist tag-list tag-links keywords post-tags categories post-categories",
    "about": "author-bio author-box authorbox about-author about-the-author bio copyright "
    "colophon site-footer disclosure disclaimer editorial-policy",
    "notice": "cookie cookies consent gdpr modal popup overlay lightbox login register toolbar",
    "widget": "widget widgets portlet toast rating ratings print-only screen-reader-text sr-only "
    "visually-hidden visuallyhidden",
}
_REASONS = {word: reason for reason, words in FURNITURE.items() for word in words.split()}
_WORD = re.compile(
    r"(?<![a-z0-9])(?:" + "|".join(sorted(_REASONS, key=len, reverse=True)) + r")(?![a-z0-9])"
)
CALLOUT = re.compile(
    r"(?<![a-z])(callout|admonition|infobox|info-box|hint|notice|tip|note|warning|alert|pullout|"
    r"highlight-box|factbox|fact-box|key-?(?:facts|takeaways|points)|summary)(?![a-z])"
)
TAGS = {"nav": "navigation", "footer": "navigation", "form": "subscribe", "menu": "navigation"}


def article(body: Node) -> tuple[Node, ...]:
    """The elements that hold the article, in document order.

    The way leads from the page down to the deepest element with nearly all of the prose. What
    stands beside that way and is prose too belongs to the article: an introduction before it, or a
    share after it that is too large for a teaser.
    """
    total = _own_prose(body, body.prose)
    if not total:
        return (body,)
    node = next(
        (c for c in body.elements() if _is_named(c) and _own_prose(c, total) >= ENOUGH * total),
        body,
    )
    beside: list[Node] = []
    while True:
        within = [child for child in node.children if isinstance(child, Node)]
        best = max(within, key=lambda child: _own_prose(child, total), default=None)
        if best is None or best.tag in LEAVES or _own_prose(best, total) < MOST * node.prose:
            break
        place = within.index(best)
        beside += [c for c in within[:place] if _own_prose(c, total) >= PROSE]
        beside += [c for c in within[place + 1 :] if _own_prose(c, total) > ASIDE * total]
        node = best
    return (node, *beside)


def furniture(node: Node, whole: int) -> str:
    """Why `node` is not part of an article with `whole` letters of prose; empty where it is."""
    if node.prose > WHOLE * whole and node.tag != "nav":
        return ""
    if node.tag in TAGS:
        return TAGS[node.tag]
    names = node.names
    if names and not CALLOUT.search(names) and (found := _WORD.search(names)):
        return _REASONS[found[0]]
    if node.tag == "aside" and not CALLOUT.search(names):
        return "aside"
    if node.hidden and not node.prose:
        return "hidden"
    if node.tag in {"ul", "ol", "div", "section"} and node.letters > 40 and not node.prose:
        return "related-links" if node.link_share > LINKS else ""
    return ""


def _is_named(node: Node) -> bool:
    """Whether its tag or role, not just a class, says that it is the article."""
    return (
        node.tag in {"article", "main"}
        or node.get("role") in {"main", "article"}
        or "articlebody" in node.get("itemprop").lower()
    )


def _own_prose(node: Node, total: int) -> int:
    """Prose in `node` that neither its tag nor its name disowns."""
    if not node.prose or node.tag in TAGS or node.tag == "aside" or node.link_share > LINKS:
        return 0
    if node.prose < WHOLE * total and _WORD.search(node.names):
        return 0
    return node.prose
