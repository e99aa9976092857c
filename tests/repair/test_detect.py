"""Detect: damage that a new article may bring, and good text that must pass."""

from __future__ import annotations

import pytest
from jianzhu.compile import compile_edition
from jianzhu.repair.damage import group_findings, seed_lines
from jianzhu.repair.detect import detect
from jianzhu.storage.digest import sha256

#: The text, and what at least must be suspected in it.
DAMAGED = [
    ("力量?;蛟S也是", {"?;", "S"}),
    ("力量。?;蛟S。", {"?;"}),
    ("专业的、規?;陌雽?dǎo)體", {"?;", "雽", "dǎo)"}),
    ("獲得當?shù)卣龀?,他們", {"shù)", "卣", "龀"}),
    ("10萬月薪搶人?!倍鴵?jù)一位", {"?!", "鴵", "jù)"}),
    ("全球?qū)ι墒紸I的", {"qū)", "ι", "紸", "I"}),
    ("国内（nèi）大模型", {"（nèi）"}),
    ("第\ufffd章", {"\ufffd"}),
    ("大\u00a0模型", {"\u00a0"}),
    ("甲,乙", {","}),
    ("“没有关上。", {"“"}),
    ("关错了）。", {"）"}),
    ("AT&amp;T很大", {"&amp;"}),
    ("相关文章\n本文留言", {"相关文章", "本文留言"}),
    ("<p>一段</p>", {"<p>", "</p>"}),
    ('他说"好"', {'"'}),
    ("反\u202e向", {"\u202e"}),
    ("私用区\ue5e5字", {"\ue5e5"}),
    ("首页 > 新闻 > 正文\n正文。", {"首页 >"}),
    ("分享到：微信 微博\n上一篇：甲\n下一篇：乙", {"分享到", "上一篇：", "下一篇："}),
    ("京ICP备12345678号\nCopyright © 2023 某网", {"京ICP备12345678号", "Copyright ©"}),
    ("扫码关注公众号\n点击阅读原文", {"扫码", "点击阅读"}),
    ("We use cookies to improve.", {"We use cookies"}),
    ("变成了cafÃ©和â€™", {"Ã©", "â€™"}),
    ("一段浣犲ソ，坏了", {"浣犲ソ"}),
    ("只剩锟斤拷锟斤拷", {"锟斤拷锟斤拷"}),
    ("我们看到人工智 能的发展", {"智 能"}),
    ("# 题目\n\n有**重点**的[话](a.md)", {"# 题"}),
    ("这是一亇问题", {"亇"}),
]

SOUND = [
    "“全球只有中国掌握特高压全套核心技术，所以中国标准就是世界标准。”一位业内专家兴奋地表示。",
    "ChatGPT需要500万-2000万美元，GPT-3.5（text only）也是。",
    "发了邮件：「Hey, let’s get dinner with some cool people.」就这样。",
    "怎么回事？真的！\n《技术的真相》：厄休拉·M·富兰克林……",
    "真的吗？！太好了！！不会吧！？",
    "穿T恤的人买A股、唱K歌、逛B站，点击展开就能看。",
    "他浏览网页，神情尴尬；赵珺和王喆趋之若鹜，笃定地蹚过河。",
    "参数α与β有关，约为π的一半，在café里喝了一杯。",
    "“一段没有关上。\n“第二段才关上。”\n他说。",
    "1）甲；2）乙。\n他为同事点赞，责任编辑也来了，展开了讨论。",
    "若a<b且c>d，则R&D部门的AT&T；好的:)",
    "臺灣的積體電路與網際網路，繁體字也是常用字。",
    "",
]


@pytest.mark.parametrize(("text", "suspicious"), DAMAGED, ids=[text[:12] for text, _ in DAMAGED])
def test_damage_is_suspected(text, suspicious):
    assert suspicious <= {finding.exact for finding in detect(text)}


@pytest.mark.parametrize("text", SOUND, ids=[text[:12] for text in SOUND])
def test_sound_text_passes(text):
    assert detect(text) == ()


def test_findings_stand_where_they_say():
    text = DAMAGED[0][0]
    for finding in detect(text):
        assert text[finding.start :].startswith(finding.exact)


@pytest.mark.parametrize("damage", ["?;蛟S", "?qū)ι墒紸I", "?!倍鴵?jù)一位"])
def test_new_damage_cannot_pass_the_check(small, damage):
    source = small / "seeds/articles/craze/source.txt"
    before = source.read_bytes()
    source.write_bytes(before + f"{damage}。".encode())
    record = small / "seeds/articles/craze/article.yml"
    known = record.read_text(encoding="utf-8").replace(sha256(before), sha256(source.read_bytes()))
    record.write_text(known, encoding="utf-8")
    _, problems = compile_edition(small)
    assert any(problem.code == "damage" and "source.txt:5" in str(problem.location) for problem in problems)


def test_mojibake_is_named_with_what_it_was():
    found = {finding.exact: finding for finding in detect("cafÃ©和浣犲ソ，锟斤拷")}
    assert (found["Ã©"].correction, found["浣犲ソ"].correction) == ("é", "你好")
    assert "Windows-1252" in found["Ã©"].looks_like
    assert found["锟斤拷"].correction == ""


def test_the_same_thing_at_many_places_is_one_report():
    text = "".join(f"甲\u200b乙\n{'行。' * line}\n" for line in range(9))
    findings = detect(text)
    (group,) = group_findings(findings, list(seed_lines(text, (), [finding.start for finding in findings])))
    assert group.lines == (1, 3, 5, 7, 9, 11, 13, 15, 17)
    assert "(9 places: lines 1, 3, 5, 7, 9, 11, …)" in group.told(text)
