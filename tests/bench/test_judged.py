"""The tables of judged queries: their format, and what is said of a line that cannot be read."""

from __future__ import annotations

import pytest
from bench.judged import ACCEPTABLE, ANSWER, TableError, address, read_queries, read_table
from jianzhu.language import Language


def test_a_line_is_a_query_with_graded_addresses():
    text = "# a comment\n\nzh | 乌龟 走得慢 | tortoise:s49 glossary/tortoise | timeline/index#said\nen | turtle | tortoise:s49\n"
    first, second = read_table(text, "phrase", "phrase.txt")
    assert (first.kind, first.lang, first.text) == ("phrase", Language.ZH, "乌龟 走得慢")
    assert first.grades == {
        "articles/tortoise.html#s49": ANSWER,
        "glossary/tortoise.html": ANSWER,
        "timeline/index.html#said": ACCEPTABLE,
    }
    assert second.lang is Language.EN
    assert second.grades == {"articles/tortoise.html#s49": ANSWER}


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("tortoise:s49", "articles/tortoise.html#s49"),
        ("articles/tortoise", "articles/tortoise.html"),
        ("articles/tortoise#note-rougher-seas", "articles/tortoise.html#note-rougher-seas"),
        ("claims/index#fendouzhe-depth", "claims/index.html#fendouzhe-depth"),
    ],
)
def test_an_address_is_a_sentence_or_a_path(written, path):
    assert address(written) == path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("zh | 乌龟", "2 columns; expected: language | query | answers | acceptable"),
        ("zh | 乌龟 | tortoise:s1 | tortoise:s2 | x", "5 columns"),
        ("fr | tortue | tortoise:s1", "the language is 'fr'; expected zh or en"),
        ("en | | tortoise:s1", "a query and an address that answers it are expected"),
        ("en | turtle | | tortoise:s1", "a query and an address that answers it are expected"),
        (
            "en | turtle | tortoise:s1 | tortoise:s1",
            "tortoise:s1 both answers and is acceptable; leave it in one column",
        ),
        ("en | turtle | tortoise: ", "tortoise: is no sentence; expected <article>:<id>"),
        ("en | turtle | tortoise:s1#s1", "tortoise:s1#s1 is no sentence"),
        (
            "en | turtle | glossary/tortoise.html",
            "glossary/tortoise.html is no path; expected one such as glossary/sora",
        ),
        ("en | turtle | /glossary/tortoise", "/glossary/tortoise is no path"),
        ("en | turtle | claims/index#", "claims/index# is no path"),
        ("en | one | tortoise:s1", "one stands in the table twice; write its addresses on one line"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line, said):
    with pytest.raises(TableError, match=r"^name\.txt:3: ") as raised:
        read_table(f"# a comment\nen | one | tortoise:s1\n{line}\n", "name", "name.txt")
    assert said in str(raised.value)


def test_the_tables_of_a_folder_are_read_by_kind(tmp_path):
    (tmp_path / "theme.txt").write_text("en | patience | articles/tortoise\n", encoding="utf-8")
    (tmp_path / "name.txt").write_text("en | Sora | glossary/sora\n", encoding="utf-8")
    assert [(query.kind, query.text) for query in read_queries(tmp_path)] == [("name", "Sora"), ("theme", "patience")]


def test_a_table_of_no_kind_is_refused(tmp_path):
    (tmp_path / "names.txt").write_text("", encoding="utf-8")
    with pytest.raises(TableError, match="no kind of query is called names; expected name, misspelled"):
        read_queries(tmp_path)
