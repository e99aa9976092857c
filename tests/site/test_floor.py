"""The oldest browsers that the README names read all of the site's own styles and scripts, but for what only makes them better.

Of a name that is new here, look up (MDN, caniuse.com) whether all of them know it, and put it where it belongs.
"""

from __future__ import annotations

import re

import pytest

from tests.site.stylesheets import STYLESHEETS, parse


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Known to Chrome 112, Firefox 121 and Safari 16.5; or, with the value that it has here, needed by none of them.
PROPERTIES = names("""
align-content align-items align-self background background-color border border-block border-block-end border-block-end-color
border-block-start border-block-start-color border-bottom border-bottom-color border-collapse border-inline-start
border-inline-start-color border-inline-start-style border-radius border-spacing border-top bottom box-shadow break-after
break-before break-inside clip-path color column-gap columns content cursor display fill flex flex-basis flex-wrap float font
font-family font-feature-settings font-size font-style font-variant-numeric font-weight gap grid-column grid-row
grid-template-columns height inset inset-block inset-inline inset-inline-end inset-inline-start justify-content left
letter-spacing line-break line-height list-style list-style-type margin margin-block margin-bottom margin-inline
margin-inline-end margin-inline-start margin-right margin-top max-height max-width min-height min-width opacity outline
outline-offset overflow overflow-wrap overflow-x padding padding-block padding-bottom padding-inline padding-inline-end
padding-inline-start padding-left padding-top pointer-events position r right scroll-margin-top src stroke stroke-dasharray
stroke-linecap stroke-width tab-size table-layout text-align text-anchor text-decoration text-decoration-color
text-decoration-style text-decoration-thickness text-emphasis text-emphasis-position text-emphasis-style text-indent
text-overflow text-transform text-underline-offset top transform transition unicode-range vertical-align visibility white-space
width word-break z-index
""")
#: In Safari with a prefix only; the prefix stands in the same rule.
PREFIXED = ("box-decoration-break", "mask", "user-select")
#: Old and everywhere, though with a prefix.
OLD = ("-webkit-box-orient", "-webkit-line-clamp")
#: Where a browser does not know them, the page is as whole.
BETTER = names("""
contain-intrinsic-block-size contain-intrinsic-size content-visibility overflow-clip-margin scrollbar-width text-autospace
text-spacing-trim text-wrap
""")
#: All of them know these; `::highlight` makes hits better, and a query about scripting only keeps room.
SELECTORS = names("""
active after before checked disabled empty first-child first-of-type focus focus-visible focus-within has hover is lang
last-child not nth-child nth-of-type placeholder root selection target where highlight
""")
FUNCTIONS = names("attr calc color-mix inset local max min minmax polygon repeat rotate translate translateX url var")
AT_RULES = ("font-face", "media")
#: What scripts may not use, or only where they ask first.
TOO_NEW = (
    (
        r"\(\?<[=!]",
        "a lookbehind, which some of them refuse, and with it the whole file",
    ),
    (r"/[gimsuy]*v[gimsuy]*[;,.)]", "the flag v"),
    (
        r"\b(Object|Map)\.groupBy\b|\bArray\.fromAsync\b|\bPromise\.(withResolvers|try)\b|\bRegExp\.escape\b|\bURL\.(parse|canParse)\b",
        "",
    ),
    (r"\.(toSorted|toReversed|toSpliced|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(", ""),
    (r"\b(showPopover|startViewTransition|setHTML|moveBefore|scheduler|navigation|Temporal)\b", ""),
    (r"(?<!window\.)\brequestIdleCallback\b|\bcheckVisibility\b", "what Safari 16.5 does not have"),
)


@pytest.fixture(scope="module", params=STYLESHEETS, ids=lambda path: path.stem)
def style(request):
    """The rules and the conditions of one of the site's stylesheets."""
    return parse(request.param.read_text(encoding="utf-8"))


def test_every_property_is_known_to_the_oldest_browsers_or_only_makes_the_page_better(style):
    for rule in style.rules:
        used = {name for name, _ in rule.declarations if not name.startswith("--")}
        assert {name for name in PREFIXED if name in used and f"-webkit-{name}" not in used} == set(), rule.selector
        prefixed = {f"-webkit-{name}" for name in PREFIXED}
        assert used - {*PROPERTIES, *PREFIXED, *prefixed, *OLD, *BETTER} == set(), rule.selector


def test_a_line_under_text_is_said_in_longhands(style):
    """Safari before 26.2 drops a `text-decoration` that says more than which line."""
    values = [value for rule in style.rules for name, value in rule.declarations if name == "text-decoration"]
    assert [value for value in values if value not in ("none", "underline", "line-through")] == []


def test_every_selector_function_and_rule_is_known_to_the_oldest_browsers(style):
    assert style.at_rules <= {*AT_RULES}
    for rule in style.rules:
        selector = re.sub(r'"[^"]*"', "", rule.selector)
        assert set(re.findall(r"::?([a-z-]+)", selector)) <= SELECTORS, selector
        for _, value in rule.declarations:
            assert set(re.findall(r"([a-zA-Z-]+)\(", re.sub(r'"[^"]*"', "", value))) <= FUNCTIONS, value


def test_nested_rules_are_written_as_the_first_browsers_with_nesting_read_them(style):
    """Before Chrome 120 and Safari 17.2 a nested selector that begins with the name of an element is dropped; before Chrome 130
    and Safari 18.2 a declaration after a nested rule counts as if it stood before it."""
    for rule in style.rules:
        if rule.nested:
            assert not rule.selector[0].isalpha(), rule.selector
        assert rule.declarations_first, rule.selector


def test_no_script_uses_what_the_oldest_browsers_have_not(root):
    for file in [*(root / "docs/assets/javascripts").rglob("*.js"), *(root / "overrides").rglob("*.html")]:
        script = re.sub(r"/\*.*?\*/|^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for pattern, why in TOO_NEW:
            assert re.findall(pattern, script) == [], f"{file.name}: {why or pattern}"
        if "CSS.highlights" in script:
            assert "!CSS.highlights" in script, f"{file.name} does not ask whether there are highlights"
