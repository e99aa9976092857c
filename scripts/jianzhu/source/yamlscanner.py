"""YAML scanner: PyYAML's own parser, made to read what libyaml reads.

PyYAML parses by libyaml where it was built with it, which differs in a few characters from its parser in Python. An edition must
read the same on every machine, so that the differences are taken out here.
"""

from __future__ import annotations

import yaml
from yaml.tokens import ScalarToken

_ENDS = "\0 \t\r\n\x85\u2028\u2029"


class PlainLoader(yaml.SafeLoader):
    """The parser in Python, in which plain text within brackets may have question marks, as in YAML 1.2 and in libyaml."""

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
