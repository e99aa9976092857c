"""Body: which part of a saved page is its text, and which the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura
from lxml import etree

from jianzhu.extract.dom import BLOCKS, SILENT, role_of, strings_of, tag_of, text_of, words_of
from jianzhu.extract.notes import is_note_list

#: A page with more nodes than this is read without the library: its time grows faster than the page.
_LARGEST = 60_000
#: How many characters may be searched for the words of blocks which the library has joined.
_SEARCHED = 500_000_000
_SITE_TAGS = frozenset({"nav", "form", "menu"})
_SITE_ROLES = re.compile(
    r"\b(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|doc-toc|toc)\b"
)
_SITE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|topbar|breadcrumbs?|crumbs?|sidebar|side-?nav|site-?(?:header|footer)|"
    r"page-?footer|footer|comments?|comment-?list|respond|share|sharing|social|related|recommend(?:ed|ations?)?|read-?more|"
    r"hot-?news|copyright|advert(?:s|isement)?|ads?|ad-?box|banner|promo|pagination|pager|toolbar|login|subscribe|subscription|"
    r"cookie|popup|modal|toc|table-of-contents|skip-?link|prev-?next|post-?nav(?:igation)?|qrcode|back-?to-?top|print-?tools)(?=$|[\s_-])"
)
_TEXT_WORDS = re.compile(r"(?:^|\s)(?:js_content|mw-parser-output)(?:$|\s)")
#: Lines that sites put below or above their texts.
_SITE_LINES = re.compile(
    r"(?:分享(?:到|至)|上一[篇页条章]|下一[篇页条章]|相关(?:阅读|文章|新闻|链接|推荐)|推荐阅读|延伸阅读|热门(?:文章|推荐)|猜你喜欢|"
    r"相關(?:閱讀|文章|新聞)|推薦閱讀|延伸閱讀|上一頁|下一頁|"
    r"版权(?:所有|声明)|版權(?:所有|聲明)|[^。]{0,12}ICP[备證证]|[^。]{0,12}公网安备|Copyright|©|\(c\)\s*\d{4}|All rights reserved|"
    r"(?:当前|您的)?位置\s*[:：]|首页\s*[>»›/]|首頁\s*[>»›/]|扫(?:码|一扫|描)|长按|(?:欢迎)?关注(?:我们|公众号|本号)|点击[^。]{0,8}(?:蓝字|关注)|打印本页|收藏本页|返回(?:顶部|首页|列表)|"
    r"阅读(?:量|次数|原文)|浏览次数|点击(?:查看|数)|责任编辑|責任編輯|评论\s*[(（]?\d*[)）]?$|发表评论|登录|注册|"
    r"Share (?:this|on)|"
    r"Related (?:articles|posts|stories)|Read (?:more|next)|Previous|Next|Leave a (?:comment|reply)|Subscribe|Sign (?:in|up))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Body:
    """Elements of a page that are not its text’s own, in the order of the page."""

    excluded: tuple[etree._Element, ...]


def find_body(root: etree._Element) -> Body:
    """What to leave out of the page `root`: nothing where it has no site around its text.

    trafilatura finds the words of the text; they say which element holds it. Within that everything is kept but what is plainly
    the site’s, so that tables, figures and notes survive that the library drops.
    """
    whole = next((child for child in root if tag_of(child) == "body"), root)
    site = [element for element in _elements(whole) if is_site(element)]
    leaves = list(_leaves(whole))
    known = _known(whole)
    if not site and known is None and not _many_links(leaves):
        return Body(())
    matched = _matched(root, leaves)
    holder = known if known is not None else _holder(whole, matched) if sum(matched.values()) > 40 else _named(whole)
    excluded = tuple(_excluded(whole, holder, _title(whole, holder), matched))
    words = sum(len(_bare(text_of(element))) for element in excluded)
    # A page that is nothing but a site has no other text than that.
    return Body(excluded if words < len(_bare(text_of(whole))) else ())


def is_site(element: etree._Element) -> bool:
    """True for what belongs to the site by its name, role or class."""
    tag = tag_of(element)
    if tag in ("body", "html", "main", "article") or tag not in BLOCKS | {"span", "a"} or is_note_list(element):
        return False
    if tag in _SITE_TAGS or _SITE_ROLES.search(role_of(element)):
        return True
    if tag in ("header", "footer"):
        return not any(
            tag_of(around) in ("article", "blockquote", "figure", "main") for around in element.iterancestors()
        )
    if tag == "aside":
        return True
    is_text = re.fullmatch("h[1-6]|p|li|td|th|tr|blockquote|pre|figure|figcaption", tag) is not None
    return tag in BLOCKS and not is_text and _SITE_WORDS.search(words_of(element)) is not None


def _elements(top: etree._Element) -> Iterator[etree._Element]:
    return (element for element in top.iter() if tag_of(element))


def _leaves(top: etree._Element) -> Iterator[tuple[etree._Element, int, int]]:
    """The innermost blocks with words: each with how many letters it has, and how many of these are in links."""
    for element in _elements(top):
        tag = tag_of(element)
        if tag not in BLOCKS or any(tag_of(part) in BLOCKS for part in element.iterdescendants()):
            continue
        if any(tag_of(around) in SILENT for around in element.iterancestors()):
            continue
        text = _bare(text_of(element))
        if text:
            yield element, len(text), sum(len(_bare(text_of(link))) for link in element.iter("a"))


def _many_links(leaves: list[tuple[etree._Element, int, int]]) -> bool:
    total, linked = sum(length for _, length, _ in leaves), sum(links for _, _, links in leaves)
    return linked * 4 > total


def _matched(root: etree._Element, leaves: list[tuple[etree._Element, int, int]]) -> dict[etree._Element, int]:
    """The leaves whose words the library takes for the text’s, with their length."""
    if sum(1 for _ in root.iter()) > _LARGEST:
        return {}
    source = etree.tostring(root, encoding="unicode", method="html")
    try:
        document = trafilatura.bare_extraction(source, include_comments=False, fast=False)
    except Exception:  # whatever a library may raise for a page it does not expect: the page is read without it
        return {}
    text = str(getattr(document, "text", "") or "") if document is not None else ""
    lines, whole = {_bare(line).lstrip("-|").rstrip("|") for line in text.split("\n")}, _bare(text)
    may_search = len(leaves) * len(whole) < _SEARCHED
    return {
        element: length
        for element, length, _ in leaves
        if (words := _bare(text_of(element))) in lines or (may_search and length > 3 and words in whole)
    }


def _bare(text: str) -> str:
    return "".join(text.split())


def _weights(matched: dict[etree._Element, int]) -> dict[etree._Element, int]:
    weights: dict[etree._Element, int] = {}
    for element, length in matched.items():
        for around in (element, *element.iterancestors()):
            weights[around] = weights.get(around, 0) + length
    return weights


def _holder(whole: etree._Element, matched: dict[etree._Element, int]) -> etree._Element:
    """The innermost element that holds nearly all matched words."""
    weights = _weights(matched)
    needed = 0.9 * sum(matched.values())
    holder = whole
    while True:
        heavy = next((child for child in holder if weights.get(child, 0) >= needed), None)
        if (
            heavy is None
            or tag_of(heavy) not in BLOCKS
            or tag_of(heavy) in ("p", "li", "td", "tr", "tbody", "blockquote", "pre")
        ):
            return holder
        holder = heavy


def _known(whole: etree._Element) -> etree._Element | None:
    """The one element that is the text by a name which only texts have: of schema.org, WeChat or MediaWiki."""
    found = [
        element
        for element in _elements(whole)
        if element.get("itemprop") == "articleBody" or _TEXT_WORDS.search(words_of(element))
    ]
    return found[0] if len(found) == 1 and tag_of(found[0]) in BLOCKS and text_of(found[0]) else None


def _named(whole: etree._Element) -> etree._Element:
    """The one element that says that it is the text; the whole page where none does."""
    for tag in ("article", "main"):
        found = list(whole.iter(tag))
        if len(found) == 1:
            return found[0]
    return whole


def _title(whole: etree._Element, holder: etree._Element) -> etree._Element | None:
    """The page’s one main heading, where it stands outside the element of the text or in what is the site’s."""
    heads = [head for head in whole.iter("h1") if text_of(head)]
    if len(heads) != 1:
        return None
    for around in heads[0].iterancestors():
        if around is holder:
            return None
        if is_site(around):
            break
    return heads[0]


def _excluded(
    whole: etree._Element,
    holder: etree._Element,
    title: etree._Element | None,
    matched: dict[etree._Element, int],
) -> Iterator[etree._Element]:
    """The outermost elements of `whole` that hold neither the text nor its title, or that are the site’s."""
    weights = _weights(matched)
    around = {holder, *holder.iterancestors()} | ({title, *title.iterancestors()} if title is not None else set())
    within = {holder}
    waiting = [whole]
    while waiting:
        parent = waiting.pop()
        if parent not in within:
            _wrap_texts(parent)
        for part in parent:
            if not tag_of(part) or tag_of(part) in SILENT or part is title:
                continue
            if part in around:
                waiting.append(part)
            elif parent not in within:
                if _bare("".join(strings_of(part))):
                    yield part
            elif (tag_of(part) in ("td", "div", "center") and _is_link_list(part, most=0.9, least=3)) or (
                weights.get(part, 0) * 2 <= len(_bare(text_of(part)))
                and (is_site(part) or _is_link_list(part) or (part not in matched and _is_site_line(part)))
            ):
                yield part
            elif is_container(part):
                within.add(part)
                waiting.append(part)


def _wrap_texts(parent: etree._Element) -> None:
    """Put the words directly in `parent` into elements, so that they can be left out."""
    for number in range(len(parent) - 1, -1, -1):
        child = parent[number]
        if (child.tail or "").strip():
            _insert(parent, number + 1, child.tail or "")
            child.tail = None
    if (parent.text or "").strip():
        _insert(parent, 0, parent.text or "")
        parent.text = None


def _insert(parent: etree._Element, at: int, text: str) -> None:
    span = parent.makeelement("span")
    span.text = text
    parent.insert(at, span)


def is_container(element: etree._Element) -> bool:
    """True where the element holds blocks of its own."""
    return tag_of(element) in BLOCKS and any(tag_of(child) in BLOCKS for child in element)


def _is_link_list(element: etree._Element, most: float = 0.6, least: int = 2) -> bool:
    """True where more than `most` of the words in the element are in links, and these are at `least` so many."""
    if tag_of(element) not in BLOCKS or tag_of(element) in ("table", "figure"):
        return False
    links = [text_of(link) for link in element.iter("a")]
    words = len(_bare(text_of(element)))
    return len(links) >= least and len(_bare("".join(links))) > most * words


def _is_site_line(element: etree._Element) -> bool:
    text = text_of(element)
    return tag_of(element) in BLOCKS and len(text) <= 200 and _SITE_LINES.match(text) is not None
