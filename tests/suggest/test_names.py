"""Names that no entry of the glossary has: what rules take for one in a sentence, and what is proposed of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.names import held_out, measure_names
from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.edition import Edition
from jianzhu.compile import compile_edition
from jianzhu.source.records import ConceptRecord
from jianzhu.source.ref import Ref
from jianzhu.suggest.names import model, names
from jianzhu.suggest.names.mention import Known, NameType
from jianzhu.suggest.names.pinyin import pinyin_of
from jianzhu.suggest.names.recognition import recognize
from jianzhu.suggest.names.western import in_western

from tests.conftest import TESTS

PERSON, ORGANIZATION, MODEL, PLACE, WORK = NameType


@pytest.fixture(autouse=True, scope="module")
def _rules_alone():
    """The rules are tested, whatever is installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "_lac", lambda: None)
        yield


def found(text: str, known: tuple[Known, ...] = ()) -> dict[str, NameType]:
    """The names in a Chinese sentence that rules are sure of."""
    weights: dict[str, float] = {}
    types: dict[str, NameType] = {}
    for one in recognize(text, known):
        word = text[one.start : one.end]
        weights[word] = weights.get(word, 0) + one.rule.weight
        types[word] = one.type
    return {word: types[word] for word, weight in weights.items() if weight >= 1}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # persons
        ("校长林晓岚在会上说，图书馆周日也开门。", {"林晓岚": PERSON}),
        ("梁思慎教授还记得那年的大雪。", {"梁思慎": PERSON}),
        ("陆文澜表示，她不会离开。", {"陆文澜": PERSON}),
        ("那一年，安娜·卡列尼茨卡娅住在河边。", {"安娜·卡列尼茨卡娅": PERSON}),
        ("他读过普鲁塔克，也读过希罗多德。", {"普鲁塔克": PERSON, "希罗多德": PERSON}),
        # organizations
        ("她毕业于苏州大学，后来在浙江教育出版社工作。", {"苏州大学": ORGANIZATION, "浙江教育出版社": ORGANIZATION}),
        ("创始人周岚换了办公室。", {"周岚": PERSON}),
        ("青禾资本合伙人贺远山没有回答。", {"青禾资本": ORGANIZATION, "贺远山": PERSON}),
        ("蓝鲸咖啡宣布，明年再开三百家店。", {"蓝鲸咖啡": ORGANIZATION}),
        ("据日本气象协会观测，樱花提前开了。", {"日本气象协会": ORGANIZATION}),
        ("他常读《江城晚报》。", {"江城晚报": ORGANIZATION}),
        # products
        ("会上展出的是“云雀”大模型。", {"云雀": MODEL}),
        ("“远望者”号昨天出海。", {"“远望者”号": MODEL}),
        ("他的手机里是骁龙8Gen芯片。", {"骁龙8Gen": MODEL}),
        # places
        ("列车从福建开往阿姆斯特丹。", {"福建": PLACE, "阿姆斯特丹": PLACE}),
        ("沈阳的冬天很长。", {"沈阳": PLACE}),
        # works
        ("他在《旧书与河流》里写过这件事。", {"旧书与河流": WORK}),
        # Latin letters
        (
            "美国《纽约书评》和National Society of Critics都评过它。",
            {"纽约书评": ORGANIZATION, "National Society of Critics": ORGANIZATION},
        ),
        ("他用Obsidian和Zotero 7记笔记。", {"Obsidian": ORGANIZATION, "Zotero 7": MODEL}),
    ],
)
def test_a_name_is_recognized(text, right):
    assert found(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "上市公司和互联网公司都在裁员。",
        "这家公司的CEO说，AI和GPU都很贵，IPO要等到明年。",
        "美国政府和中国企业都没有回应，日本市场也很冷清。",
        "新一轮竞争里，头部的格局变了。",
        "有人说过这句话，也有人表示不信。",
        "城里的东西不贵，大江南北的人都来买。",
        "我花了30K，下载了7B的文件，用了4G流量。",
        "他说：“we will see what happens in the end”，然后走了。",
        "苹果、香蕉和葡萄都涨价了。",
        "一是快，二是好，三是省。",
        "法国、日本和挪威都下雪了。",
        "历史系主任和高级副总裁都来了。",
    ],
)
def test_what_is_no_name_is_left(text):
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "known", "right"),
    [
        # Items beside names are names; beside common words they are not.
        ("参加的有青禾、蓝鲸、白桦和极昼。", ((4, 6), (7, 9)), {"白桦", "极昼"}),
        ("筐里有青禾、石榴、香蕉、葡萄和核桃。", ((3, 5),), set()),
        # What the glossary has is not proposed, a longer name around it is.
        ("苏州大学文学院在河边。", ((0, 4),), {"苏州大学文学院"}),
        ("苏州大学在河边。", ((0, 4),), set()),
        ("苏州大学在河边。", ((0, 2),), {"苏州大学"}),
        # A maker before it, and what it is after it.
        ("蓝鲸墨竹大模型上个月才有。", ((0, 2),), {"墨竹大模型"}),
    ],
)
def test_what_is_known_tells_what_is_not(text, known, right):
    marks = tuple(Known(start, end, ORGANIZATION) for start, end in known)
    assert set(found(text, marks)) == right


@pytest.mark.parametrize("pause", ["", "，", "。", "\n"])
def test_a_long_text_is_read_like_a_short_one(pause):
    once = "校长林晓岚在会上说，图书馆周日也开门" + (pause or "了又关")
    mentions = recognize(once * 200, ())
    assert all((once * 200)[one.start : one.end] == "林晓岚" for one in mentions)
    assert len(mentions) >= 190


@pytest.mark.parametrize(
    ("sentences", "right"),
    [
        (["Then Dr. Amelia Hartwick left for the University of Bergen."], ["Amelia Hartwick", "University of Bergen"]),
        (["The river was wide.", "River people know it."], []),
        (["In March the French came, and on Monday they left."], []),
        (["We met at Lake Vanern.", "Vanern is deep."], ["Lake Vanern"]),
        (["They asked Hartwick.", "Hartwick was late."], ["Hartwick", "Hartwick"]),
        (["A Long Night on the Winter Sea"], []),
    ],
)
def test_names_in_english(sentences, right):
    mentions = in_western(sentences, "en")
    assert [text[one.start : one.end] for text, own in zip(sentences, mentions, strict=True) for one in own] == right


def test_german_nouns_are_no_names():
    assert list(in_western(["Er sah den Hund und das Haus von Meier."], "de")) == [[]]


@pytest.mark.parametrize(
    ("name", "kind", "pinyin"),
    [
        ("林晓岚", PERSON, "Lín Xiǎolán"),
        ("欧阳安", PERSON, "Ōuyáng Ān"),
        ("曾国平", PERSON, "Zēng Guópíng"),
        ("李平安", PERSON, "Lǐ Píng'ān"),
        ("安娜·卡列", PERSON, "Ānnà Kǎliè"),
        ("苏州大学", ORGANIZATION, "Sūzhōu Dàxué"),
        ("骁龙8Gen", MODEL, "Xiāolóng 8Gen"),
        ("Zotero", MODEL, ""),
    ],
)
def test_pinyin_of_a_name(name, kind, pinyin):
    assert pinyin_of(name, kind) == pinyin


def article_of(edition: Edition, *pairs: tuple[str, str | None]) -> Article:
    """An article of sentences and their translations, in the languages of the edition, which names nothing of them."""
    sentences = tuple(
        Sentence(
            id=f"s{number}",
            ref=Ref("new", f"s{number}"),
            text=text,
            marks=(),
            translation=translation,
            translation_marks=(),
            translation_status="draft",
            dismissed=(),
        )
        for number, (text, translation) in enumerate(pairs, 1)
    )
    return replace(edition.articles[0], slug="new", blocks=(TextBlock("paragraph", None, sentences),))


def test_the_forms_of_a_name_are_one_proposal(edition: Edition):
    article = article_of(
        edition,
        ("诗人安娜·普鲁塔克（Anna Plutark）住在河边。", "The poet Anna Plutark lived by the river."),
        ("普鲁塔克不常出门。", "Plutark seldom went out."),
    )
    (proposal,) = names(edition, article)
    assert proposal.id == "anna-plutark"
    assert proposal.fields == {
        "type": "person",
        "prefLabel": {"zh-Hans": "安娜·普鲁塔克", "zh-Hant": "安娜·普魯塔克", "en": "Anna Plutark"},
        "altLabel": ["普鲁塔克"],
        "pinyin": "Ānnà Pǔlǔtǎkè",
    }
    assert [(one.segment.segment, one.words) for one in proposal.places] == [
        ("s1", "安娜·普鲁塔克"),
        ("s1", "Anna Plutark"),
        ("s2", "普鲁塔克"),
    ]
    assert proposal.because.endswith("it stands 3 times, first in “诗人安娜·普鲁塔克（Anna Plutark）住在河边。”")


@pytest.mark.parametrize(
    ("text", "translation", "english"),
    [
        # The only new name on both sides; a person whose name sounds alike.
        ("校长林晓岚说，她不走。", "I am not leaving, said headmistress Lin Xiaolan.", "Lin Xiaolan"),
        (
            "大家都读《江城晚报》。",
            "In town they all read the Jiangcheng Evening News.",
            "Jiangcheng Evening News",
        ),
        # Two are too many, and another person's name is not this one's.
        ("校长林晓岚说，她不走。", "I am not leaving, said Mark Otway.", None),
        ("他们读《江城晚报》和《旧书与河流》。", "They read the Jiangcheng Evening News.", None),
        ("校长林晓岚说，她不走。", "Neither Lin Xiaolan nor her brother Lin Yang is leaving.", None),
        ("校长林晓岚说，她不走。", None, None),
    ],
)
def test_the_english_name_is_that_of_the_translation_where_there_is_no_doubt(edition, text, translation, english):
    proposal = names(edition, article_of(edition, (text, translation)))[0]
    assert proposal.fields["prefLabel"].get("en") == english


def test_an_id_that_is_taken_gets_a_number(edition: Edition):
    concepts = {**edition.concepts, "lin-xiaolan": next(iter(edition.concepts.values()))}
    (proposal,) = names(replace(edition, concepts=concepts), article_of(edition, ("校长林晓岚说，她不走。", None)))
    assert proposal.id == "lin-xiaolan-2"


def test_a_traditional_text_keeps_its_characters(edition: Edition):
    (proposal,) = names(edition, article_of(edition, ("校長張國華說，她不走。", None)))
    assert proposal.fields["prefLabel"]["zh-Hans"] == "张国华" or proposal.places[0].words == "張國華"
    assert proposal.fields["prefLabel"]["zh-Hant"] == "張國華"


@pytest.mark.parametrize("name", ["letter", "ma-shuo", "of-studies"])
def test_other_editions_and_languages_have_names_or_none(name):
    other, _ = compile_edition(TESTS / "editions" / name)
    for article in other.articles:
        for proposal in names(other, article):
            assert proposal.places


@pytest.fixture(scope="module")
def new_articles(edition: Edition):
    """Each article as a new one: the edition and the article as they are before its names are recorded, and the proposals."""
    cases = [held_out(edition, article) for article in edition.articles]
    return [(known, article, names(known, article)) for known, article in cases]


def test_a_proposal_is_an_entry_of_the_glossary_but_for_what_an_editor_knows(new_articles):
    for _, article, proposals in new_articles:
        texts = {sentence.ref: sentence.text for sentence in article.sentences}
        for proposal in proposals:
            labels = {"en": "?", **proposal.fields["prefLabel"]}
            ConceptRecord.model_validate({**proposal.fields, "prefLabel": labels, "definition": {"zh": "?", "en": "?"}})
            assert all(texts[one.segment][one.start : one.end] == one.words for one in proposal.places)
            words = {*proposal.fields["prefLabel"].values(), *proposal.fields.get("altLabel", ())}
            assert {one.words for one in proposal.places} <= words
            assert "\n" not in proposal.because


def test_ids_are_free_and_distinct(new_articles):
    for known, _, proposals in new_articles:
        ids = [proposal.id for proposal in proposals]
        assert len(set(ids)) == len(ids)
        assert not set(ids) & set(known.concepts)


def test_nothing_that_the_glossary_has_is_proposed(new_articles):
    for known, _, proposals in new_articles:
        labels = {label for concept in known.concepts.values() for label in concept.labels}
        assert not {proposal.places[0].words for proposal in proposals} & labels


def test_names_of_a_new_article_are_found(edition: Edition):
    """Of the names that only one article has, four of five are proposed, and three of five proposals are one."""
    rows = list(measure_names(edition))
    assert sum(row.found for row in rows) >= 0.8 * sum(row.truth for row in rows)
    assert sum(row.right for row in rows) >= 0.6 * sum(row.proposed for row in rows)
