"""From the words of the call to the command that they name."""

from __future__ import annotations

from briefing.cli.commands import DEFAULTS, SUMMARIES, VERSION, command, parser_of
from briefing.cli.output import Output
from briefing.document.errors import UnknownDocument, UsageError

OPEN = "open"
"""What a call without a command's name does; it has no name of its own on the command line."""


def dispatch(argv: list[str], out: Output) -> int:
    """Run the command that `argv` names and return its exit status."""
    if argv == ["--version"]:
        # Asked by scripts, and answered before anything that reads arguments is loaded.
        out.text(VERSION)
        return 0
    from briefing.cli.parser import Asked

    name, rest = chosen(argv)
    try:
        return command(name).run(parser_of(name).read(rest), out)
    except Asked as answer:
        out.text(str(answer))
        return 0
    except UnknownDocument as error:
        if name == OPEN and (meant := mistyped(argv)):
            raise UnknownDocument(f"{error}; did you mean `briefing {meant}`?") from error
        raise


def chosen(argv: list[str]) -> tuple[str, list[str]]:
    """The command's name and its arguments.

    The name is the first word that is no option, so `briefing --plain show x` works too. Anything
    else is a document to open; a document named like a command is opened as `./show`.
    """
    first = next((i for i, word in enumerate(argv) if not word.startswith("-") or word == "-"), -1)
    if first < 0 or "--" in argv[:first] or argv[first] not in {*SUMMARIES, *DEFAULTS}:
        return OPEN, argv
    name, rest = argv[first], argv[:first] + argv[first + 1 :]
    if name not in DEFAULTS:
        return name, rest
    if first == 0 and rest and not rest[0].startswith("-"):
        return f"{name} {_action(name, rest[0])}", rest[1:]
    return DEFAULTS[name], rest


def mistyped(argv: list[str]) -> str:
    """The command that the first word was probably meant to be; empty when none is near."""
    from difflib import get_close_matches

    words = [word for word in argv if not word.startswith("-")]
    names = {name.partition(" ")[0] for name in SUMMARIES}
    near = get_close_matches(words[0], names, 1, 0.7) if words else []
    return near[0] if near else ""


def _action(group: str, word: str) -> str:
    actions = [name.partition(" ")[2] for name in SUMMARIES if name.startswith(f"{group} ")]
    if word in actions:
        return word
    from difflib import get_close_matches

    near = get_close_matches(word, actions, 1)
    hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(actions)}"
    raise UsageError(f"{group}: {word!r} is not known: {hint}")
