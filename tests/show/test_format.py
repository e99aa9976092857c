"""What Markdown, HTML and XML show alike: prose with Chinese words in it, and dates."""

from __future__ import annotations

import pytest
from jianzhu.language import Language
from jianzhu.show.format import HTML, MARKDOWN, XML, Format

EN, ZH = Language.EN, Language.ZH


@pytest.mark.parametrize(
    ("written", "text", "lang", "markup"),
    [
        (MARKDOWN, "#1 by 鲁迅, *1925*", EN, '&#35;1 by [鲁迅]{ lang="zh" }, \\*1925\\*'),
        (MARKDOWN, "*鲁迅*", ZH, "\\*鲁迅\\*"),
        (MARKDOWN, "  In 《呐喊》 too.  ", EN, 'In [《呐喊》]{ lang="zh" } too.'),
        (HTML, "<b> 笺注", EN, '&lt;b&gt; <span lang="zh">笺注</span>'),
        (HTML, "<b> 笺注", ZH, "&lt;b&gt; 笺注"),
        (XML, "<b> & 笺注", ZH, "&lt;b&gt; &amp; 笺注"),
        (XML, "Jianzhu 笺注 <b>", EN, 'Jianzhu <span lang="zh" xml:lang="zh">笺注</span> &lt;b&gt;'),
        (XML, "笺注", EN, '<span lang="zh" xml:lang="zh">笺注</span>'),
    ],
)
def test_prose_is_escaped_and_names_the_language_of_chinese_words(
    written: Format, text: str, lang: Language, markup: str
) -> None:
    shown = written.prose(text, lang)
    assert shown == markup
    assert isinstance(shown, written.ready)


@pytest.mark.parametrize(
    ("written", "edtf", "lang", "markup"),
    [
        (MARKDOWN, "2023-04-11", ZH, '<time datetime="2023-04-11">2023年4月11日</time>'),
        (HTML, "1976", EN, '<time datetime="1976">1976</time>'),
        (XML, "2023-04", EN, '<time datetime="2023-04">April 2023</time>'),
        (MARKDOWN, "197X", EN, '<span class="date" data-edtf="197X">1970s</span>'),
        (HTML, "197X", EN, '<span class="date" data-edtf="197X">1970s</span>'),
        (XML, "197X", EN, "1970s"),
        (MARKDOWN, "2023~", EN, '<span class="date" data-edtf="2023~">about 2023</span>'),
        (XML, "2022-11-30/2023-01-02", EN, "November 30, 2022 to January 2, 2023"),
    ],
)
def test_a_date_is_a_time_element_where_html_knows_its_form(
    written: Format, edtf: str, lang: Language, markup: str
) -> None:
    shown = written.time(edtf, lang)
    assert shown == markup
    assert isinstance(shown, written.ready)
