"""What showing a briefing takes, made beside the screen."""

from __future__ import annotations

from briefing.document.model import Briefing
from briefing.record import record
from briefing.tui import views
from briefing.tui.outline import Outline, outline
from briefing.tui.session import Ready, Session
from briefing.tui.views import View


@record
class Prepared:
    """A briefing, its text as slabs, its contents, and what the state knows of it."""

    ready: Ready
    view: View
    outline: Outline


def prepare(
    session: Session, briefing: Briefing, doc: str, key: str, *, whole: bool = True
) -> Prepared:
    """Everything of `briefing` that grows with its length; `key` shows what was left out.

    Not `whole` is the beginning of a document that is still being read. Raises BriefingError.
    """
    ready = session.ready(briefing, doc, whole=whole)
    view = views.sections(briefing, omitted=False, key=key)
    view.prepare()
    return Prepared(ready, view, outline(briefing))
