"""Shorthand: whatever stands in a text comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.site.search.index import Document, Row, index_files
from jianzhu.site.search.shorthand import Shorthand

from tests.search_index import read_index

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n\r\v\f"), max_size=30)


@given(st.lists(st.tuples(texts, texts), max_size=6))
def test_texts_come_back_from_their_signs(pairs):
    rows = tuple(Row("s1", zh, en) for zh, en in pairs)
    index = read_index(dict(index_files([Document(kind="article", path="a.html", zh="", en="", rows=rows)], [])))
    assert [(row[1], row[2]) for row in index.documents[0][4]] == pairs


@pytest.mark.parametrize("strange", ["ABC ¡é", "é ѐѐ ¢£", "a¡b", "\u07ff\u00a2"])
def test_what_would_be_a_sign_is_kept_where_it_was_not_in_the_sample(strange):
    sample = [Row("s1", "大模型", "the model " * 9)] * 500
    rows = (*sample, Row("s2", f"大{strange}", f"the model {strange}"))
    documents = [Document(kind="article", path=f"{n}.html", zh="", en="", rows=(row,)) for n, row in enumerate(rows)]
    index = read_index(dict(index_files(documents, [])))
    assert index.documents[-1][4][0][1:3] == [f"大{strange}", f"the model {strange}"]


def test_what_is_often_there_takes_less():
    shorthand = Shorthand.of([("大模型" * 50, "the large model " * 50)])
    assert len(shorthand.first("大模型").encode()) == 3
    assert len(shorthand.second("the large model").encode()) < 12
