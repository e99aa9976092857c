"""What the search counts: of the whole index and at first sight, beside a plain look through every text."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from jianzhu.site.search.documents import edition_documents, edition_names
from jianzhu.site.search.index import UNSEEN, Document, Name, Row, name_key
from jianzhu.text.folding import compact

from tests.browser.search_page import answer, ask

#: A look through all texts of the index by the rules that mark a hit, without the index's terms.
LOOK = """async query => {
    const search = jianzhuSearch, result = await search.find(query, 1000), asked = result.query, meta = search.meta;
    const langs = asked.filters.lang ? [asked.filters.lang] : ["zh", "en"], kinds = {}, articles = {};
    // Other wordings of a question are places of the question itself.
    const seen = rows => rows.length && Math.max(1, rows.filter(row => row.anchor !== search.unseen).length);
    const stands = (row, term) => langs.some(lang => search.places(row, lang, [term])[0].length);
    let hits = 0, pages = 0;
    for (let file = 0; file + 1 < meta.fileStarts.length; file++) for (const {kind, path, rows} of await search.texts(file)) {
        const met = asked.terms.map(term => rows.filter(row => stands(row, term)));
        const all = rows.filter(row => asked.terms.every(term => stands(row, term)));
        const literal = all.length ? all : met.every(own => own.length) ? met.flat() : [];
        const own = new Set([...literal, ...rows.filter(row => asked.others.some(term => stands(row, term)))]);
        if (!own.size) continue;
        const count = seen([...own]);
        kinds[kind] = (kinds[kind] || 0) + count;
        if (asked.filters.kind && asked.filters.kind !== kind) continue;
        hits += count;
        pages++;
        if (kind === "article") articles[path] = count;
    }
    const listed = Object.fromEntries(result.articles.list.map(one => [one.texts.path, one.hits]));
    return {
        counted: {hits: result.hits, pages: result.pages, kinds: result.kinds, articles: listed, doubts: result.doubts},
        looked: {hits, pages, kinds, articles, doubts: {}},
        shown: result.answers.filter(one => !one.isGraded).reduce((sum, one) => sum + seen(one.hits.map(hit => hit.row)), 0),
    };
}"""
QUERIES = [
    "大模型",
    "大模型 kind:article",
    "人",
    "芯片",
    "芯片 kind:event",
    "举国体制",
    "舉國體制",
    "人工智能",
    "张静波",
    "chip",
    "chip lang:zh",
    "chip lang:en",
    "model",
    "models",
    "GPT",
    "GPT-4",
    "gpt 3.5",
    "AI",
    "e",
    "7",
    "1,116亿",
    "OpenAI 乌龟",
    "OpenAI tortoise",
    "whole nation",
    '"whole nation"',
    '"large language models"',
    '"of the"',
    "state-of-the-art",
    "large-scale",
    "whole-nation system",
    "lisa su",
    "chatgpt 大模型 芯片",
    '"大模型"',
    "“中国” 模型 lang:chinese",
    "的",
    "不存在的词",
]


@pytest.fixture
def look(page, server):
    page.goto(server + "index.html")
    page.add_script_tag(url=server + "assets/javascripts/search.js")
    return lambda query: page.evaluate(LOOK, query)


def test_counts_are_those_of_a_look_through_every_text(look):
    for query in QUERIES:
        found = look(query)
        assert found["counted"] == found["looked"], query
        assert found["shown"] == found["counted"]["hits"], query


def shown_rows(document: Document) -> list[Row]:
    return [row for row in (*document.headings, *document.rows) if row.anchor != UNSEEN]


def test_every_substring_is_counted_where_it_stands(page, server, edition):
    """Of one to eight characters, with a fixed seed; what is also a name is found by other names, too."""
    documents = list(edition_documents(edition))
    names = {name_key(form) for name in edition_names(edition) for form in name.forms}
    texts = [[(row.zh, row.articles) for row in shown_rows(d)] for d in documents]
    hidden = [[compact(row.zh) for row in d.headings if row.anchor == UNSEEN] for d in documents]
    own = [
        [(compact(d.zh), ()), *((compact(zh), slugs) for zh, slugs in rows)]
        for d, rows in zip(documents, texts, strict=True)
    ]
    slug_of = [d.path.split("/")[-1].removesuffix(".html") if d.path.startswith("articles/") else "" for d in documents]
    rng, asked = random.Random(11), set()
    while len(asked) < 80:
        text = compact(rng.choice(rng.choice(texts) or [("", ())])[0])
        at, size = rng.randrange(len(text) or 1), rng.randint(1, 8)
        if (part := text[at : at + size]) not in names and not part.isascii() and part:
            asked.add(part)
    page.goto(server + "index.html")
    for number, part in enumerate(sorted(asked)):
        slug = rng.choice(list(edition.short_titles)) if number % 4 == 0 else ""
        kinds, articles = Counter(), Counter()
        for document, rows, others, of in zip(documents, own, hidden, slug_of, strict=True):
            hits = sum(part in bare and (slug in ("", of) or slug in slugs) for bare, slugs in rows)
            # By another wording a question is found itself.
            kinds[document.kind] += hits or (not slug and any(part in bare for bare in others))
            articles[of] += sum(part in bare for bare, _ in rows) * (document.kind == "article")
        found = answer(page, f"{part} 文章:{slug}" if slug else part)["found"]
        assert found["kinds"] == dict(+kinds), (part, slug)
        assert found["hits"] == kinds.total(), (part, slug)
        assert found["languages"] == {"zh": kinds.total(), "en": 0}, (part, slug)
        assert {slug: own["hits"] for slug, own in found["articles"].items()} == dict(+articles), part
        assert found["doubt"] == ""


def test_numbers_beside_the_filters_are_what_they_find(page, server):
    """Of each kind and language, and with one chosen, what choosing another finds."""
    page.goto(server + "en/index.html")
    for before in ("chip", "chip lang:chinese", "chip kind:event", "chip article:tortoise kind:note"):
        found = answer(page, before)["found"]
        for name in ("kind", "lang"):
            for choice in found["choices"][name]:
                other = answer(page, f"{found['names'][name]['without']} {name}:{choice['label']}")["found"]
                assert other["hits"] == choice["count"], (before, choice)


def test_the_numbers_stand_beside_the_filters(page, server):
    page.goto(server + "index.html")
    ask(page, "大模型")
    found = answer(page, "大模型")["found"]
    shown = page.eval_on_selector_all(
        ".finder-group button", "all => all.map(one => [one.dataset.label, +one.querySelector('small').textContent])"
    )
    kinds = [
        (one["label"], one["count"]) for name in ("kind", "lang") for one in found["choices"][name] if one["count"]
    ]
    articles = [(one["title"], one["hits"]) for one in found["articles"].values()]
    assert [tuple(one) for one in shown] == kinds + articles
    assert len(articles) == 5
    assert page.inner_text(".md-search-result__meta").startswith(f"{found['pages']} 页，{found['hits']} 处")


def test_more_answers_change_no_number(page, server):
    page.goto(server + "index.html")
    few, many = (answer(page, "大模型", more)["found"] for more in (1, 100))
    assert few.pop("rest") > many.pop("rest") == 0
    assert few.pop("whole") < many.pop("whole")
    assert few == many


def test_a_phrase_in_too_many_texts_is_counted_with_a_word_of_caution(page, lone_index):
    """Nobody waits until the whole index is read for a number; a phrase of the glossary has its own."""
    articles = [
        Document(
            kind="article", path=f"articles/a{n}.html", zh=f"文{n}", en="of the sea" if n % 2 else "the end of", rows=()
        )
        for n in range(60)
    ]
    concept = Document(kind="concept", path="glossary/of-the.html", zh="之", en="of the", rows=())
    address = lone_index(
        [*articles, concept], [Name(forms=("之",), kind="concept", path=concept.path, labels=("之", "of the"))]
    )
    page.goto(address)
    counts = "query => jianzhuSearch.find(query, 1).then(found => [found.hits, found.doubts])"
    assert page.evaluate(counts, '"the sea"') == [30, {"most": True}]
    assert page.evaluate(counts, '"of the"') == [31, {}]
