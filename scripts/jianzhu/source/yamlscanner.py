"""YAML scanner: PyYAML's own parser, made to read what libyaml reads.

PyYAML parses by libyaml where it was built with it, which differs in a few characters from its parser in Python. An edition must
read the same on every machine, so that the differences are taken out here.
"""

from __future__ import annotations

import re

import yaml
from yaml.error import Mark
from yaml.tokens import ScalarToken

#: What may stand behind | and >: how line ends are kept, and the indentation, in either order.
_INDICATORS = re.compile(r"[+-]?[1-9]?|[1-9][+-]")
_ENDS = "\0 \t\r\n\x85\u2028\u2029"


class PlainLoader(yaml.SafeLoader):
    """The parser in Python, in which plain text within brackets may have question marks, as in YAML 1.2 and in libyaml, and a
    comment may follow | and > without a space, as in libyaml.
    """

    def scan_plain(self) -> ScalarToken:
        """As PyYAML's `Scanner.scan_plain`, but for the question mark."""
        chunks: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        spaces: list[str] = []
        while self.peek() != "#":
            length = 0
            while not self._ends_plain(length):
                length += 1
            if length == 0:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start) or []
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _ends_plain(self, at: int) -> bool:
        character = self.peek(at)
        if character == ":":
            return self.peek(at + 1) in _ENDS + (",[]{}" if self.flow_level else "")
        return character in _ENDS or (bool(self.flow_level) and character in ",[]{}")

    def scan_block_scalar_indicators(self, start_mark: Mark) -> tuple[bool | None, int | None]:
        """As PyYAML's, but for a comment without a space before it."""
        for length in (2, 1, 0):
            ahead = self.prefix(length + 1)
            signs = ahead[:length]
            if ahead[length:] == "#" and _INDICATORS.fullmatch(signs):
                self.forward(length)
                chomping = True if "+" in signs else False if "-" in signs else None
                return chomping, next((int(sign) for sign in signs if sign.isdigit()), None)
        return super().scan_block_scalar_indicators(start_mark)
