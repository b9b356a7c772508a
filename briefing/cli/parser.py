"""Arguments on argparse, with errors of one line and help that begins with examples."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from briefing.document.errors import BriefingError, UsageError

HELP_COLUMN = 22


class Asked(BriefingError):  # noqa: N818 - an answer, not an error
    """The call asks for this text and for nothing else: `--help`, `--version`."""


class Answer(argparse.Action):
    """An option that stops the parse and answers at once."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        """Raise what was asked for."""
        del namespace, values, option_string
        raise Asked(self.const or parser.format_help())


class Parser(argparse.ArgumentParser):
    """The arguments of one command."""

    def __init__(
        self,
        prog: str,
        summary: str,
        *,
        synopsis: str = "[options]",
        examples: Sequence[str] = (),
        footer: str = "",
        dashed_words: bool = False,
    ) -> None:
        """`dashed_words`: `-naval` is a word of the query and not an option."""
        super().__init__(prog=prog, add_help=False, allow_abbrev=False)
        self.summary = summary
        self.synopsis = synopsis
        self.examples = tuple(examples)
        self.footer = footer
        self.dashed_words = dashed_words
        self.add_argument("-h", "--help", action=Answer, nargs=0, help="this text")

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """The arguments, or `UsageError`."""
        return self.parse_args(self._words_last(argv) if self.dashed_words else list(argv))

    def error(self, message: str) -> NoReturn:
        """Raise one line that says what to do."""
        raise UsageError(f"{message}{self._meant(message)}; see `{self.prog} --help`")

    def options(self) -> dict[str, str]:
        """Every option with its help, long names only, in order of declaration."""
        return {
            name: action.help or ""
            for action in self._actions
            for name in action.option_strings
            if name.startswith("--")
        }

    def format_help(self) -> str:
        """Examples first, then usage, arguments and options, the same on every Python."""
        named = [action for action in self._actions if action.option_strings]
        placed = [action for action in self._actions if not action.option_strings]
        blocks = [
            f"{self.prog}: {self.summary}",
            _block("Examples:", [f"  {example}" for example in self.examples]),
            f"Usage: {self.prog} {self.synopsis}",
            _block("Arguments:", [_row(str(a.metavar or a.dest), a.help) for a in placed]),
            _block("Options:", [_row(_names(a), a.help) for a in named]),
            self.footer,
        ]
        return "\n\n".join(filter(None, blocks))

    def _meant(self, message: str) -> str:
        if not message.startswith("unrecognized"):
            return ""
        from difflib import get_close_matches

        for word in message.split():
            near = get_close_matches(word, self._option_string_actions, 1)
            if word.startswith("--") and near:
                return f" (did you mean {near[0]}?)"
        return ""

    def _words_last(self, argv: Sequence[str]) -> list[str]:
        """`argv` with its options first, then `--`, then everything else."""
        options: list[str] = []
        words: list[str] = []
        rest = iter(argv)
        for argument in rest:
            if argument == "--":
                words.extend(rest)
            elif argument.startswith("--") or argument == "-h":
                options.append(argument)
                action = self._option_string_actions.get(argument)
                if action is not None and action.nargs != 0:
                    options.extend([value] if (value := next(rest, None)) is not None else [])
            else:
                words.append(argument)
        return [*options, "--", *words]


def one_of(*names: str) -> Callable[[str], str]:
    """An argument type: one of `names`, with the nearest named when it is none of them."""

    def chosen(text: str) -> str:
        if text in names:
            return text
        from difflib import get_close_matches

        near = get_close_matches(text, names, 1)
        hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(names)}"
        raise argparse.ArgumentTypeError(f"{text!r} is not known: {hint}")

    return chosen


def positive(text: str) -> int:
    """An argument type: a whole number from 1."""
    if text.isascii() and text.isdecimal() and int(text[:9]) > 0:
        return int(text[:9])
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")


def _block(title: str, rows: list[str]) -> str:
    return "\n".join([title, *rows]) if rows else ""


def _names(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {action.metavar or action.dest.upper()}"


def _row(name: str, text: str | None) -> str:
    first = f"  {name:<{HELP_COLUMN}}"
    return f"{first}{text}" if len(name) < HELP_COLUMN else f"{first}\n{'':{HELP_COLUMN + 2}}{text}"
