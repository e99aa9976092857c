"""Command: one of those that the command line knows."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Command:
    """A command: what it runs, its help, for each of its arguments the type and the help (`+` behind the name is for one or
    more, `?` for one or none), and what argparse is to know of each of its options.
    """

    run: Callable[[argparse.Namespace], int]
    help: str
    arguments: Mapping[str, tuple[type, str]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Have `parser` read the arguments and options."""
        parser.set_defaults(run=self.run)
        for argument, (kind, meaning) in self.arguments.items():
            if argument.endswith(("+", "?")):
                parser.add_argument(argument[:-1], type=kind, nargs=argument[-1], help=meaning)
            else:
                parser.add_argument(argument, type=kind, help=meaning)
        for option, known in self.options.items():
            parser.add_argument(option, **known)
