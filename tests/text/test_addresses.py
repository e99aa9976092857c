"""Addresses, code and formulas: what is kept as it is, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.text.addresses import Cover, Kept, find_kept, mask, protected

#: What is kept stands in ⟦⟧, with its kind where it is no address.
CASES = r"""
详见⟦https://example.com/a⟧，谢谢。
详见⟦https://example.com/a⟧,谢谢。
见 ⟦https://e.com/?b=1;c=2#d⟧。
见（⟦https://e.com/a_(b)⟧）。
(见⟦https://e.com/a_(b)⟧)
⟦HTTPS://E.COM⟧!
⟦ftp://e.com/a,b;c⟧、⟦rsync://x/y⟧
请看⟦www.e.com⟧。
代码在⟦github.com/a/b:c⟧，
⟦e.com/⟧中文
写信给⟦mailto:a@b.com⟧。⟦urn:isbn:0-1⟧；⟦doi:10.1/a;b⟧，⟦10.1000/xyz(123)⟧
⟦a.b+c@d-e.com⟧,好；⟦git@github.com:u/r.git⟧
在⟦C:\Users\a⟧，⟦\\server\share⟧和⟦/usr/local/bin⟧下，⟦~/x⟧与⟦./a/b.txt⟧
用⟦code:std::string⟧，⟦code:a::b<c>(d)⟧，⟦code:fe80::1⟧；⟦code:print()⟧；⟦code:foo.bar(a, b)⟧；⟦code:my_call(x;y)⟧
⟦code:localhost:8080⟧和⟦code:127.0.0.1:80⟧，⟦code:--a=b,c⟧
行内⟦code:`a, b;`⟧的，⟦code:`` a`b ``⟧
公式⟦formula:$E=mc^2,x$⟧，⟦formula:$x$⟧，⟦formula:$f(x)$⟧；⟦formula:\(a,b\)⟧；⟦formula:$$a;b$$⟧
空格⟦entity:&nbsp;⟧在，⟦entity:&#8212;⟧与⟦entity:&#x4e00;⟧
⟦markup:[⟧说明]⟦markup:(https://e.com/a)⟧，⟦markup:![⟧图]⟦markup:(a.png)⟧，脚注⟦markup:[^1]⟧
⟦markup:<a href="x;y">⟧好⟦markup:</a>⟧
好⟦emoji:👨‍👩‍👧⟧好，⟦emoji:🏳️‍🌈⟧！
价格$5和$10，US$20至$30万，HK$40=US$5。
Node.js/React，A/B测试，TCP/IP，1/2，km/h，2023/07/31，和/或
12:30，16:9，AT&T;好，他说:(笑)，GPT(Generative)，值:C++;
``quoted'' and ``b''
[方括号] (圆括号)
""".strip().split("\n")


def drawn(text: str) -> str:
    parts, done = [], 0
    for kept in find_kept(text):
        kind = "" if kept.kind == "address" else f"{kept.kind}:"
        parts += [text[done : kept.start], f"⟦{kind}{text[kept.start : kept.end]}⟧"]
        done = kept.end
    return "".join([*parts, text[done:]])


def plain(case: str) -> str:
    for kind in ("code:", "formula:", "entity:", "markup:", "emoji:", ""):
        case = case.replace(f"⟦{kind}", "")
    return case.replace("⟧", "")


@pytest.mark.parametrize("case", CASES)
def test_what_is_kept(case):
    assert drawn(plain(case)) == case


def test_a_fence_is_code_with_its_lines():
    text = "例：\n```python\na, b;\n\nc?\n```\n完,"
    (kept,) = protected(text)
    assert text[kept.start : kept.end] == "```python\na, b;\n\nc?\n```"


texts = st.text(st.sampled_from("内a.:/@$`<>[]()&;#\\\n 1=_，。？!🏳\ufe0f\u200d👧"), max_size=40)


@given(texts)
def test_what_is_kept_stands_apart(text):
    done = 0
    for kept in find_kept(text):
        assert done <= kept.start < kept.end <= len(text)
        done = kept.end


@given(texts)
def test_a_mask_keeps_length_and_lines(text):
    masked = mask(text, find_kept(text))
    assert len(masked) == len(text)
    assert [at for at, c in enumerate(masked) if c == "\n"] == [at for at, c in enumerate(text) if c == "\n"]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 5)), max_size=6), st.integers(0, 16), st.integers(0, 4))
def test_what_is_covered(found, start, length):
    stretches = [Kept(at, at + size, "code") for at, size in found]
    cover, end = Cover(stretches), start + length
    covered = {at for s in stretches for at in range(s.start, s.end)}
    if length:
        assert cover.touches(start, end) == bool(covered & set(range(start, end)))
    else:
        assert cover.inside(start) >= any(s.start < start < s.end for s in stretches)
