"""The site's own stylesheets as tests read them: rules, also nested ones, and conditions."""

from __future__ import annotations

from dataclasses import dataclass, field

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule

from tests.conftest import ROOT

FOLDER = ROOT / "docs/assets/stylesheets"
STYLESHEETS = sorted(FOLDER.rglob("*.css"))


@dataclass(frozen=True)
class Rule:
    """A rule, or what a condition holds within one: its selector, and names and values of its declarations."""

    selector: str
    nested: bool
    declarations: list[tuple[str, str]]
    declarations_first: bool
    """No declaration stands after a nested rule."""


@dataclass
class Style:
    rules: list[Rule] = field(default_factory=list)
    at_rules: set[str] = field(default_factory=set)
    conditions: list[str] = field(default_factory=list)
    """What stands between `@media` and its block."""


def parse(css: str) -> Style:
    """The rules and conditions of the stylesheet `css`. Raises ValueError where a browser would skip something."""
    style = Style()
    _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), style)
    return style


def _rules(nodes: list[Node], style: Style) -> None:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            _block(tinycss2.serialize(node.prelude).strip(), node, style, nested=False)
        elif isinstance(node, AtRule) and node.at_keyword == "media":
            _condition(node, style)
            _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), style)
        elif isinstance(node, AtRule):
            style.at_rules.add(node.at_keyword)
            _block(f"@{node.at_keyword}", node, style, nested=False)
        else:
            raise ValueError(f"{node.source_line}: {node.serialize()}")


def _block(selector: str, rule: QualifiedRule | AtRule, style: Style, *, nested: bool) -> None:
    nodes = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    kinds = [isinstance(node, Declaration) for node in nodes]
    declarations = [
        (node.name, tinycss2.serialize(node.value).strip()) for node in nodes if isinstance(node, Declaration)
    ]
    style.rules.append(Rule(selector, nested, declarations, kinds == sorted(kinds, reverse=True)))
    for node in nodes:
        if isinstance(node, ParseError):
            raise ValueError(f"{node.source_line}: {node.message}")
        if isinstance(node, QualifiedRule):
            _block(tinycss2.serialize(node.prelude).strip(), node, style, nested=True)
        elif isinstance(node, AtRule):
            _condition(node, style)
            _block(selector, node, style, nested=nested)


def _condition(rule: AtRule, style: Style) -> None:
    style.at_rules.add(rule.at_keyword)
    style.conditions.append(tinycss2.serialize(rule.prelude).strip())
