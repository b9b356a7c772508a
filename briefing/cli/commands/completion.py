"""`briefing completion SHELL`: a completion script, made from the parsers themselves."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import SUMMARIES, Command, parser_of
from briefing.cli.output import Output
from briefing.cli.parser import Parser, one_of


def declare(parser: Parser) -> None:
    """For which shell."""
    parser.add_argument(
        "shell", type=one_of("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh or fish"
    )


def run(args: Namespace, out: Output) -> int:
    """Print the script."""
    out.text({"bash": bash, "zsh": zsh, "fish": fish}[args.shell]())
    return 0


def tree() -> dict[str, list[str]]:
    """First words to what may follow them: actions of a group, and options."""
    found: dict[str, list[str]] = {}
    for name in SUMMARIES:
        first, _, action = name.partition(" ")
        words = found.setdefault(first, [])
        words += [action] if action else []
        words += [option for option in parser_of(name).options() if option not in words]
    return found


def bash() -> str:
    """For `eval` in ~/.bashrc."""
    cases = "\n".join(f'    {name}) words="{" ".join(words)}" ;;' for name, words in tree().items())
    first = " ".join([*tree(), *parser_of("open").options()])
    return f"""\
_briefing() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" words
  case "${{COMP_WORDS[1]}}" in
{cases}
    *) words="{first}" ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="{first}"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -o bashdefault -F _briefing briefing"""


def zsh() -> str:
    """For `eval` in ~/.zshrc, after compinit."""
    cases = "\n".join(f"    {name}) words=({' '.join(words)}) ;;" for name, words in tree().items())
    first = " ".join([*tree(), *parser_of("open").options()])
    return f"""\
#compdef briefing
_briefing() {{
  local -a words_here=("${{words[@]}}") words
  case "$words_here[2]" in
{cases}
    *) words=({first}) ;;
  esac
  (( CURRENT == 2 )) && words=({first})
  compadd -- $words
  _files
}}
compdef _briefing briefing"""


def fish() -> str:
    """For ~/.config/fish/completions/briefing.fish."""
    lines = []
    for name, help_text in {n: s for n, s in SUMMARIES.items() if " " not in n}.items():
        lines.append(f"complete -c briefing -n __fish_use_subcommand -a {name} -d '{help_text}'")
    for option, help_text in parser_of("open").options().items():
        lines.append(_fish_option("__fish_use_subcommand", option, help_text))
    for name in SUMMARIES:
        first, _, action = name.partition(" ")
        seen = f"'__fish_seen_subcommand_from {first}'"
        if action:
            lines.append(f"complete -c briefing -n __fish_use_subcommand -a {first}")
            lines.append(f"complete -c briefing -n {seen} -a {action}")
        for option, help_text in parser_of(name).options().items():
            lines.append(_fish_option(seen, option, help_text))
    return "\n".join(dict.fromkeys(lines))


def _fish_option(condition: str, option: str, help_text: str) -> str:
    text = help_text.replace("'", "\\'")
    return f"complete -c briefing -n {condition} -l {option.removeprefix('--')} -d '{text}'"


COMMAND = Command(
    declare,
    run,
    synopsis="bash|zsh|fish",
    examples=(
        'eval "$(briefing completion bash)"',
        "briefing completion fish > ~/.config/fish/completions/briefing.fish",
    ),
)
