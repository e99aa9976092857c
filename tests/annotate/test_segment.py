"""Segment: sentences, blocks, and ids that last."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.annotate.propose import propose_blocks
from jianzhu.annotate.segment import align, to_manifest
from jianzhu.annotate.sentences import split_sentences
from jianzhu.source.manifest import dump_manifest
from jianzhu.source.records import ManifestRecord
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.text.matching import match_sentences

from tests.fuzz.stages import check_segments, make_versions
from tests.fuzz.texts import Texts

#: Sentences of one block, divided by |.
SENTENCES = [
    "一句。|两句！|三句？",
    "答案是：",
    "“全球只有中国掌握，所以就是世界标准。”一位业内专家兴奋地表示。",
    "他说：“不知道。”|说完就走了。",
    "他说：“不知道。真的。”|",
    "“甲。”“乙。”他们都这样说。",
    "（资料来源：甲。乙。）|后面还有。|再来一句。",
    "发了邮件：「Hey, let’s get dinner with some cool people.」|就这样，开始了。",
    "高校院所……卷入其中的玩家，不计其数。|",
    "版本3.5发布了。|GPT-3.5也是。",
    "真的吗？！|真的。",
    "《书名。副题》很好。|",
    "他问：“为什么？”|没人回答。",
    "（他走了。）|她哭了。",
    '"对。"他说。|她走了。',
    "他说：“没有关上。|她走了。|后来呢？",
    "他在Yahoo！工作。|她呢？",
    "他说：“我……”|她打断了他。",
    "“他说‘好。’就走。”她说。|完了？！|真的。",
    "他走了。[1]|她哭了。",
    "一共3.5万；涨了2.1%。|好。",
    "「はい。」と言った。|それから！　|また。",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_are_whole(marked):
    assert "|".join(split_sentences(marked.replace("|", ""))) == marked.rstrip("|")


@given(st.text("甲乙。！？”“（）：「」…，.? a\u3000", max_size=60))
def test_sentences_joined_are_the_text(text):
    assert "".join(split_sentences(text)) == text


@pytest.mark.parametrize(
    ("line", "kind", "level"),
    [
        ("科技的尽头，比拼的是国力", "heading", 2),
        ("01", "heading", 2),
        ("1.科技企业的差距。", "heading", 3),
        ("風口里的“燈下黑”", "heading", 2),
        ("到2009年，中国生产了全球近一半的粗钢。", "paragraph", None),
        ("李彦宏大声疾呼：", "paragraph", None),
        ("半导体制造技术战略联盟（SEMATECH）。", "paragraph", None),
        ("“不断地重复开发基础大模型，是对社会资源的极大浪费。”", "quotation", None),
        ("“甲。”他说，“乙。”", "paragraph", None),
        ("图 2021年按行业划分的美国风险投资资金", "caption", None),
        ("圖片來源：每經記者", "caption", None),
        ("（文：曹钟雄，经济学博士）", "byline", None),
        ("【看中國2023年7月31日訊】", "byline", None),
        ("”", "paragraph", None),
        ("1.5万亿参数，听起来很美", "heading", 2),
        ("2023-08-15 10:21 来源：某网", "byline", None),
        ("这会不会导致产能过剩、资源浪费？", "paragraph", None),
        ("- 甲", "list", None),
        ("• 甲", "list", None),
        ("1）甲", "list", None),
        ("①甲", "list", None),
        ("图：某地", "caption", None),
        ("表1 数据", "caption", None),
        ("▲某地的秋天", "caption", None),
        ("编辑：某某", "byline", None),
        ("记者 张三 北京报道", "byline", None),
        ("本报北京3月1日电", "byline", None),
        ("By Jane Austen", "byline", None),
        ("二〇二三年三月五日", "byline", None),
        ("——鲁迅", "attribution", None),
        ("＊　＊　＊", "separator", None),
        ("第三章 归来", "heading", 2),
        ("[1] 参见某书。", "footnote", None),
        ("> 引文", "quotation", None),
        ("他走了。她也走了", "paragraph", None),
    ],
)
def test_blocks_are_known_by_their_form(line, kind, level):
    (block,) = propose_blocks(line)
    assert (block.kind, block.level) == (kind, level)


def test_segments_stand_where_they_say():
    text = "  标题\n\n第一句。第二句。 \n三。"
    for block in propose_blocks(text):
        for segment in block.segments:
            assert text[segment.start : segment.end] == segment.text


# Ids

OLD = "甲说了很多关于大模型的话。乙听完以后也说了一些别的话。\n丙没有说话，只是一个人在写代码。丁走了。"


def recorded(text: str) -> ManifestRecord:
    return to_manifest(align(propose_blocks(text), ManifestRecord()).blocks, ManifestRecord())


def ids(text: str, manifest: ManifestRecord) -> dict[str, str]:
    return {s.text: s.id for block in align(propose_blocks(text), manifest).blocks for s in block.segments}


def test_first_ids_are_in_reading_order():
    assert list(ids(OLD, ManifestRecord()).values()) == ["s1", "s2", "s3", "s4"]


def test_an_unchanged_text_keeps_everything():
    manifest = recorded(OLD)
    alignment = align(propose_blocks(OLD), manifest)
    assert to_manifest(alignment.blocks, manifest) == manifest
    assert not alignment.added
    assert not alignment.vanished


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(lambda t: t.replace("很多", "不少"), ["s1", "s2", "s3", "s4"], id="editing keeps the id"),
        pytest.param(
            lambda t: t.replace("丙", "戊坐在一边。丙"),
            ["s1", "s2", "s5", "s3", "s4"],
            id="inserting renumbers nothing",
        ),
        pytest.param(lambda t: "序言是新写的。\n" + t, ["s5", "s1", "s2", "s3", "s4"], id="a new first paragraph"),
        pytest.param(lambda t: t.replace("丁走了。", ""), ["s1", "s2", "s3"], id="deleting renumbers nothing"),
        pytest.param(lambda t: "\n".join(reversed(t.split("\n"))), ["s3", "s4", "s1", "s2"], id="moving keeps the id"),
        pytest.param(lambda t: t.replace("话。\n丙", "话。丙"), ["s1", "s2", "s3", "s4"], id="joining paragraphs"),
    ],
)
def test_ids_last(edit, expected):
    assert list(ids(edit(OLD), recorded(OLD)).values()) == expected


def test_a_vanished_id_is_told():
    assert align(propose_blocks(OLD.replace("丁走了。", "")), recorded(OLD)).vanished == ("s4",)


def test_a_new_segment_takes_a_number_that_no_withdrawn_one_had():
    manifest = recorded(OLD).model_copy(update={"withdrawn": {"s9": "s4"}})
    assert align(propose_blocks(OLD + "戊来了。"), manifest).added == ("s10",)


def test_a_forgotten_id_is_not_given_again():
    manifest = recorded(OLD).model_copy(update={"blocks": (recorded(OLD).blocks[0],)})
    assert align(propose_blocks(OLD), manifest).added == ("s5", "s6")


@pytest.mark.parametrize("cut", [1, 3, 6, 9])
def test_a_sentence_torn_apart_has_its_id_once(cut):
    torn = OLD[:cut] + "。\n" + OLD[cut:]
    given_ids = [s.id for block in align(propose_blocks(torn), recorded(OLD)).blocks for s in block.segments]
    assert len(set(given_ids)) == len(given_ids)


def test_the_first_line_may_be_the_articles_own_title():
    title, *rest = propose_blocks("一个题目\n一个题目", "一个题目")
    assert (title.kind, title.level) == ("heading", 1)
    assert rest[0].level == 2


def test_the_manifest_may_join_sentences():
    manifest = recorded(OLD)
    first = manifest.blocks[0].model_copy(update={"segments": {"s1": "".join(manifest.blocks[0].segments.values())}})
    manifest = manifest.model_copy(update={"blocks": (first, *manifest.blocks[1:])})
    alignment = align(propose_blocks(OLD), manifest)
    assert to_manifest(alignment.blocks, manifest) == manifest


def test_the_manifest_decides_the_kind():
    manifest = recorded(OLD)
    quotation = manifest.blocks[0].model_copy(update={"kind": "quotation"})
    manifest = manifest.model_copy(update={"blocks": (quotation, *manifest.blocks[1:])})
    assert align(propose_blocks(OLD), manifest).blocks[0].kind == "quotation"


@given(
    st.lists(
        st.text("甲乙丙丁。！a\"'\\:#\u00a0\u0085\x9d\x7f\ufeff\ufffe\u2028", min_size=1, max_size=12),
        min_size=1,
        max_size=6,
    )
)
def test_the_manifest_reads_back_as_written(lines):
    manifest = recorded("\n".join(lines))
    file, problems = parse_yaml(dump_manifest(manifest), "segments.yml")
    assert not problems
    assert ManifestRecord.model_validate(file.data) == manifest


@given(st.lists(st.sampled_from("甲乙丙丁戊己庚辛"), min_size=1, max_size=12), st.randoms())
def test_no_id_is_ever_given_twice(letters, random):
    text = "".join(f"{letter}说了第{number}句话。" for number, letter in enumerate(letters))
    manifest = recorded(text)
    sentences = list(split_sentences(text))
    random.shuffle(sentences)
    changed = "".join(sentences[: max(1, len(sentences) - 1)]) + "这是全新的一句。"
    given_ids = [s.id for block in align(propose_blocks(changed), manifest).blocks for s in block.segments]
    assert len(set(given_ids)) == len(given_ids)


# Whatever the text is, its record is stable

CREDIT = "图片来源：视觉中国。作者摄"


def lines_of(manifest: ManifestRecord) -> list[tuple[str, list[str]]]:
    return [(block.kind, list(block.segments)) for block in manifest.blocks]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{CREDIT}\n{CREDIT}", id="two captions alike"),
        pytest.param(f"{CREDIT}\n图片来源：视觉中国。别人摄", id="two captions that begin alike"),
        pytest.param("作者：甲。乙\n作者：甲。乙\n作者：甲。", id="bylines"),
        pytest.param("大模型！谁赢了\n大模型！谁赢了", id="headings of two sentences"),
        pytest.param("1.谁赢了？没有人\n1.谁赢了？没有人\n谁赢了？", id="numbered headings"),
        pytest.param("一句。两句。\n" * 5, id="paragraphs alike"),
        pytest.param("“甲。”“乙。”\n“甲。”\n“乙。”", id="quotations"),
        pytest.param("\n \n\u3000\n", id="nothing"),
    ],
)
def test_what_was_recorded_is_what_is_found(text):
    manifest = recorded(text)
    alignment = align(propose_blocks(text), manifest)
    assert not alignment.added
    assert not alignment.vanished
    assert to_manifest(alignment.blocks, manifest) == manifest


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("一哄而上\n百度做大模型。", "一哄而上！人人都做大模型。\n百度做大模型。", [("heading", ["s1"]), ("paragraph", ["s2"])]),
        ("一哄而上\n百度做大模型。", "都说：一哄而上？一哄而上！\n百度做大模型。", [("heading", ["s1"]), ("paragraph", ["s2"])]),
        ("一哄而上\n百度做大模型。", "一哄而上百度做大模型。阿里也做大模型。", [("heading", ["s1"]), ("paragraph", ["s2", "s3"])]),
        ("一哄而上\n百度做大模型。", "一哄而上！百度做大模型。", [("paragraph", ["s1", "s2"])]),
        ("一哄而上\n百度做大模型", "一哄而上！百度做大模型", [("paragraph", ["s1", "s2"])]),
        ("一哄而上\n甲。", f"一哄而上！{'这一句很长，' * 8}没有完。\n甲。", [("paragraph", ["s1", "s3"]), ("paragraph", ["s2"])]),
        (CREDIT, f"{CREDIT}。保留权利", [("caption", ["s1"])]),
    ],
)  # fmt: skip
def test_a_block_that_becomes_more_is_one_that_can_be_recorded(before, after, expected):
    manifest = recorded(before)
    alignment = align(propose_blocks(after), manifest)
    assert not alignment.vanished
    assert lines_of(to_manifest(alignment.blocks, manifest)) == expected


def test_a_line_that_the_manifest_divides_stays_divided():
    manifest = recorded(CREDIT)
    parts = dict(zip(("s1", "s2"), split_sentences(CREDIT), strict=True))
    block = manifest.blocks[0].model_copy(update={"kind": "paragraph", "segments": parts})
    divided = manifest.model_copy(update={"blocks": (block,), "next": 3})
    alignment = align(propose_blocks(CREDIT), divided)
    assert to_manifest(alignment.blocks, divided) == divided


def test_a_segment_torn_apart_has_its_id_once_in_a_line_that_is_divided():
    manifest = recorded("甲！\n丙！\n丁")
    first = manifest.blocks[0].model_copy(update={"segments": {"s1": "甲！乙！"}})
    manifest = manifest.model_copy(update={"blocks": (first, *manifest.blocks[1:])})
    alignment = align(propose_blocks("甲！\n乙！丙！丁"), manifest.model_copy(update={"next": 4}))
    assert [[segment.id for segment in block.segments] for block in alignment.blocks] == [["s1"], ["s4", "s2"], ["s3"]]


@given(st.integers(0, 2**32))
def test_segments_after_segments_changes_nothing(seed):
    """Articles of headings, captions, lists, quotations, empty lines and lines alike, edited again and again."""
    check_segments(make_versions(Texts(seed)))


@pytest.mark.parametrize("number", [9_999_999, 9_999_998])
def test_numbers_may_be_used_up(number):
    manifest = ManifestRecord(next=number)
    alignment = align(propose_blocks("甲。乙。"), manifest)
    assert next(iter(alignment.added)) == f"s{number}"
    assert to_manifest((), ManifestRecord(withdrawn={"s9999999": None})).next == 9_999_999


# Which sentence is which


@given(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=12), st.lists(st.integers(1, 3), max_size=12))
def test_sentences_that_are_those_of_the_record_belong_to_their_own(sentences, sizes):
    held, rest = [], list(sentences)
    for size in sizes:
        held.append(rest[:size])
        rest = rest[size:]
    held = [own for own in (*held, rest) if own]
    expected = [index for index, own in enumerate(held) for _ in own]
    assert match_sentences(sentences, held) == expected


@given(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=12), st.lists(st.sampled_from("甲乙丙丁戊"), max_size=12))
def test_equal_sentences_belong_together(old, new):
    owners = match_sentences(new, [[sentence] for sentence in old])
    given_owners = [owner for owner in owners if owner is not None]
    assert len(given_owners) == sum((Counter(old) & Counter(new)).values())
    assert all(old[owner] == sentence for owner, sentence in zip(owners, new, strict=True) if owner is not None)
