"""The parts of the search worker by themselves: what is the same to it, what a query means, what comes first."""

from __future__ import annotations

import random

import pytest
from jianzhu.site.search.index import Document, Name, Row, index_files
from jianzhu.site.search.vocabulary import FILTERS, KINDS, LANGUAGES
from jianzhu.text.folding import compact, spaced
from opencc import OpenCC

from tests.search_index import read_index

#: What a text may hold that Python and a browser could take differently.
SIGNS = "%‰+°$€£¥₩.,'’-_·—…～／＋％＄（）“”「」、。 \u3000\t\n"
LETTERS = "大煉鋼鐵裏瞭甚么發髮后後ＡｂＣ１２３４²½ﬁéÉǔßİıΣςjǔÅ㎏ｶﾞガ한😀𠮷\u0301\u200b"


def article(number: int, zh: str, en: str, *rows: Row, headings: tuple[Row, ...] = ()) -> Document:
    return Document(kind="article", path=f"articles/a{number}.html", zh=zh, en=en, rows=rows, headings=headings)


@pytest.fixture
def lone(page, lone_index):
    """Open a page with an index of these documents and names; ask it by `jianzhuSearch`."""

    def opened(documents=(), names=()):
        page.goto(lone_index(documents or [article(0, "大煉鋼鐵裏瞭甚么發髮后後", "x")], names))
        page.evaluate("jianzhuSearch.open().then(() => null)")
        return page

    return opened


def test_the_browser_takes_for_the_same_what_the_index_does(lone, edition):
    dice = random.Random(3)
    texts = ["".join(dice.choices(SIGNS + LETTERS, k=dice.randint(1, 12))) for _ in range(3000)]
    texts += [a + sign + b for sign in SIGNS for a in "大a1 " for b in "鋼B2 "]
    texts += [text for sentence in edition.sentences.values() for text in (sentence.text, sentence.translation or "")]
    page = lone([article(0, "".join(texts), "")])
    for name, rule in (("compact", compact), ("spaced", spaced)):
        found = page.evaluate(f"texts => texts.map(text => jianzhuSearch.{name}(text).text)", texts)
        assert [(t, f, rule(t)) for t, f in zip(texts, found, strict=True) if f != rule(t)] == []


@pytest.mark.parametrize("sign", "%‰+°$€£¥₩")
def test_a_sign_of_a_figure_is_looked_for(lone, sign):
    page = lone([article(0, "标题", "", Row("s1", f"共50{sign}。", ""), Row("s2", "共50个。", ""))])
    assert page.evaluate("query => jianzhuSearch.find(query, 1).then(found => found.hits)", f"50{sign}") == 1


def test_words_are_counted_where_they_stand_in_a_row_and_not_where_their_pairs_do(lone):
    """Of rows in which the same few characters come again and again; no text is read for a count."""
    dice = random.Random(5)
    texts = [
        "大模仿，模型",
        "大模仿，大模型",
        "甲乙丙、乙丙丁",
        "的" * 40,
        *("".join(dice.choices("大模型的A", k=14)) for _ in range(200)),
    ]
    asked = [
        "大模型",
        "甲乙丙丁",
        "的" * 40,
        "的" * 41,
        *("".join(dice.choices("大模型的A", k=dice.randint(1, 5))) for _ in range(80)),
    ]
    rows = tuple(Row(f"s{n}", text, "") for n, text in enumerate(texts))
    counts = """async queries => { const found = [];
        for (const query of queries) found.push((await jianzhuSearch.find(query + " lang:zh", 1)).hits);
        return found; }"""
    found = lone([article(0, "", "", *rows)]).evaluate(counts, asked)
    held = [sum(compact(query) in compact(text) for text in texts) for query in asked]
    assert dict(zip(asked, found, strict=True)) == dict(zip(asked, held, strict=True))


def everything():
    """(which filter, the term, a word for it): every word that means something, in both scripts and in other cases."""
    conversions = [OpenCC(name).convert for name in ("t2s", "s2t", "s2tw", "s2hk")]
    for which, terms in (("kind", KINDS), ("lang", LANGUAGES)):
        for term in terms:
            for word in {term.zh, term.en, term.id, *term.also}:
                for form in {word, word.upper(), word.title(), *(convert(word) for convert in conversions)}:
                    yield which, term, form


def test_every_label_is_a_value_of_its_filter_in_every_script(lone):
    page = lone()
    asked = [(which, term.id, form) for which, term, form in everything()]
    names = {f.id: [f.zh, f.en, OpenCC("s2t").convert(f.zh), f.en.upper(), *f.also] for f in FILTERS}
    queries = [
        (which, id, f"芯片 {name}{colon}{form}")
        for which, id, form in asked
        for name in names[which]
        for colon in ":："
    ]
    filters = page.evaluate(
        "queries => queries.map(query => jianzhuSearch.parse(query).filters)", [q for *_, q in queries]
    )
    assert [(q, f) for (which, id, q), f in zip(queries, filters, strict=True) if f != {which: id}] == []


def test_no_word_means_two_things():
    for terms in (KINDS, LANGUAGES, FILTERS):
        words = [word for term in terms for word in term.words]
        assert len(words) == len(set(words))
        assert all(" " not in label for term in terms for label in (term.zh, term.en))


WITHOUT = [
    ("芯片 类别:事件", "kind", "芯片"),
    ("类别：事件 芯片 語言:中文", "kind", "芯片 語言:中文"),
    ("chip KIND:Timeline lang:english kind:note", "kind", "chip lang:english"),
    ("chip kind:nothing", "kind", "chip kind:nothing"),
    ("chip article:tortoise", "article", "chip"),
    ("他说：好 类别:事件", "kind", "他说：好"),
]


@pytest.mark.parametrize(("query", "filter", "rest"), WITHOUT)
def test_a_filter_is_taken_out_of_a_query_however_it_was_typed(lone, query, filter, rest):
    assert lone().evaluate("([query, id]) => jianzhuSearch.without(query, id)", [query, filter]) == rest


PLACES = [
    # query, English text, what is marked
    ('"model"', "model and models and remodel and model", ["model", "model"]),
    ('"great model"', "great models and great model", ["great model"]),
    ('"gpt"', "ChatGPT and ChatGPTs and GPT", ["GPT", "GPT"]),
    ("model", "model and models and remodel and modeling", ["model", "models", "modeling"]),
    ("gpt", "ChatGPTs and egpt and GPT", ["GPT", "GPT"]),
    ("e", "e and el and be and E", ["e", "E"]),
    ("gpt-4", "GPT-4 and GPT-40 and GPT-4.5", ["GPT-4"]),
]


@pytest.mark.parametrize(("query", "text", "marked"), PLACES)
def test_what_is_marked_of_an_english_text(lone, query, text, marked):
    page = lone([article(0, "", "", Row("s1", "", text))])
    places = page.evaluate("query => jianzhuSearch.find(query, 1).then(found => found.answers[0].hits[0].en)", query)
    assert [text[start:end] for start, end in places] == marked


def order(page, query: str) -> list[str]:
    return page.evaluate(
        "query => jianzhuSearch.find(query, 1).then(found => found.answers.map(one => one.texts.path))", query
    )


def test_what_is_in_a_title_comes_first_by_kind(lone):
    """A question whose title holds the words comes before a concept that only speaks of them, and an article's title first."""
    rows = [Row("", "谁说乌龟", "")]
    documents = [
        article(0, "别的", "", Row("s1", "乌龟", "")),
        article(1, "乌龟", ""),
        Document(kind="concept", path="glossary/c.html", zh="别的", en="", rows=tuple(rows)),
        Document(kind="concept", path="glossary/d.html", zh="乌龟", en="", rows=()),
        Document(kind="question", path="questions/q.html", zh="乌龟？", en="", rows=()),
        Document(kind="question", path="questions/r.html", zh="别的", en="", rows=tuple(rows)),
        Document(kind="event", path="timeline/index.html", zh="年表", en="", rows=(Row("e", "乌龟", ""),)),
    ]
    names = ["articles/a1", "questions/q", "glossary/d", "articles/a0", "glossary/c", "questions/r", "timeline/index"]
    assert order(lone(documents), "乌龟") == [f"{name}.html" for name in names]


def test_headings_come_before_sentences_and_more_hits_before_fewer(lone):
    documents = [
        article(0, "一", "", Row("s1", "乌龟", "")),
        article(1, "二", "", Row("s1", "乌龟", ""), Row("s2", "乌龟", "")),
        article(2, "三", "", Row("s2", "无", ""), headings=(Row("s1", "乌龟", ""),)),
    ]
    assert order(lone(documents), "乌龟") == [f"articles/a{n}.html" for n in (2, 1, 0)]


def test_all_names_of_one_key_stay_in_one_shard(lone):
    """However many documents go by one name, one shard holds them: the worker asks for no other."""
    count = 1500
    documents = [
        Document(kind="concept", path=f"glossary/c{n}.html", zh=f"词{n}", en="", rows=()) for n in range(count)
    ]
    names = [
        Name(forms=(form,), kind="concept", path=document.path, labels=(form, "another name for it"))
        for document in documents
        for form in ("乌龟", f"名{document.zh}")
    ]
    index = dict(index_files(documents, names))
    holding = [name for name, text in index.items() if name[0] == "n" and "乌龟\\t" in text]
    assert len(holding) == 1
    assert len([line for line in read_index(index).names if line[0] == "乌龟"]) == count
    assert len([name for name in index if name[0] == "n"]) > 2
    found = lone(documents, names).evaluate(
        "jianzhuSearch.open().then(() => jianzhuSearch.named('乌龟')).then(all => all.length)"
    )
    assert found == count


def test_an_index_of_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="'novel' is no kind of document"):
        dict(index_files([Document(kind="novel", path="a.html", zh="", en="", rows=())], []))


def test_an_index_of_another_version_is_reported_and_not_read(page, lone_index, tmp_path):
    address = lone_index([article(0, "乌龟", "")])
    meta = tmp_path / "data/search/meta.js"
    meta.write_text(meta.read_text("utf-8").replace('\\"version\\": 3', '\\"version\\": 1'), "utf-8")
    page.goto(address)
    found = page.evaluate("jianzhuSearch.find('乌龟', 1).then(found => [found.hits, [...jianzhuSearch.failed]])")
    assert found == [0, ["meta"]]


@pytest.mark.parametrize(("place", "kind"), [("server", "Worker"), ("site", "FrameWorker")])
def test_what_the_theme_starts_as_a_worker_is_known_to_the_page(page, server, site, place, kind):
    """From a folder, where browsers start no worker, it is a frame that takes and gives copies of messages as a worker does."""
    page.goto((server if place == "server" else site.as_uri() + "/") + "en/about.html")
    page.wait_for_function("jianzhu.worker")
    assert page.evaluate("jianzhu.worker.constructor.name") == kind
    assert page.evaluate("jianzhu.worker instanceof EventTarget")
    # The theme asks too, once the worker is ready, and only the last question is answered.
    answer = """() => new Promise(done => {
        const ask = () => jianzhu.worker.postMessage({type: 2, data: "chip"}), again = setInterval(ask, 500);
        jianzhu.worker.addEventListener("message", ({data: {type, data}}) => {
            if (type !== 3 || data.found.query !== "chip") return;
            clearInterval(again);
            done(data.found.hits); });
        ask(); })"""
    assert page.evaluate(answer) > 10


def test_a_worker_from_a_folder_can_fail_and_be_ended(page, site):
    page.goto((site / "en/about.html").as_uri())
    frames = page.locator("iframe").count()
    failed = """() => new Promise(done => {
        window.failing = new Worker("missing.js");
        failing.postMessage("what is sent before it runs waits");
        failing.addEventListener("error", event => done(event.message)); })"""
    assert page.evaluate(failed).endswith("/en/missing.js")
    assert page.locator("iframe").count() == frames + 1
    page.evaluate("failing.terminate()")
    assert page.locator("iframe").count() == frames
