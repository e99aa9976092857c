"""Environments of templates: one set of filters, and nothing unescaped in Markdown, HTML and XML."""

from __future__ import annotations

from pathlib import Path

import pytest
from jianzhu.language import Language
from jianzhu.show.environment import environment, visible
from jianzhu.show.format import HTML, MARKDOWN, XML
from jianzhu.source.records import Bilingual, ClaimRecord
from jianzhu.source.ref import Ref
from jianzhu.text.kinds import default_kinds
from jinja2 import UndefinedError

from tests.show.small import both, target

CLAIM = ClaimRecord(
    label=both("Models"), value=238, unit="item", as_of="2023", asserted_by=both("Wind"), target=target("a:s1")
)
FORMATS = pytest.mark.parametrize("written", [MARKDOWN, HTML, XML], ids=["markdown", "html", "xml"])


def shown(written, template: str, folder: Path, **values: object) -> str:
    jinja = environment(folder, written, address=lambda ref: f"of-{ref.article}#{ref.segment}")
    return jinja.from_string(template).render(lang=Language.EN, **values)


@FORMATS
@pytest.mark.parametrize(
    ("template", "values", "expected"),
    [
        ("{{ ref | address }}", {"ref": Ref("a", "s1")}, "of-a#s1"),
        ("{{ claim | amount(lang, kinds) }}", {"claim": CLAIM, "kinds": default_kinds()}, "238 items"),
        ("{{ day | edtf(lang) }}", {"day": "2023-04"}, "April 2023"),
        ("{{ day | time(lang) }}", {"day": "2023-04"}, '<time datetime="2023-04">April 2023</time>'),
        ("{{ text | prose(lang) }}", {"text": "plain words"}, "plain words"),
        ("{{ text | inline }}", {"text": "words"}, "words"),
        ("{{ text | visible }}", {"text": "a\u200b b "}, "a&lt;U+200B> b␣"),
        ("{{ targets | segments | join(' ') }}", {"targets": CLAIM.targets * 2}, "a:s1"),
    ],
)
def test_every_format_has_the_same_filters(written, template, values, expected, tmp_path):
    assert shown(written, template, tmp_path, **values).replace("&gt;", ">") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (MARKDOWN, "&#35; a\\*b &lt;i> &amp;"),
        (HTML, "# a&#42;b &lt;i&gt; &amp;"),
        (XML, "# a*b &lt;i&gt; &amp;"),
    ],
    ids=["markdown", "html", "xml"],
)
def test_what_is_not_markup_is_escaped_for_the_format(written, expected, tmp_path):
    assert shown(written, "{{ text }}", tmp_path, text="# a*b <i> &") == expected
    assert shown(written, "{{ text }}", tmp_path, text=written.ready("<i>")) == "<i>"


@FORMATS
def test_a_bilingual_text_must_be_asked_for_a_language(written, tmp_path):
    text = Bilingual(zh="文", en="text")
    assert shown(written, "{{ text[lang] }}", tmp_path, text=text) == "text"
    with pytest.raises(TypeError, match="languages"):
        shown(written, "{{ text }}", tmp_path, text=text)


@FORMATS
def test_a_name_that_is_not_given_is_an_error(written, tmp_path):
    with pytest.raises(UndefinedError):
        shown(written, "{{ nothing }}", tmp_path)


@pytest.mark.parametrize(
    ("text", "signs"), [("a b", "a b"), (" a ", "␣a␣"), ("a\tb\n", "a⇥b⏎"), ("\u00a0", "⍽"), ("\u200b", "<U+200B>")]
)
def test_what_cannot_be_seen_has_a_sign(text, signs):
    assert visible(text) == signs
