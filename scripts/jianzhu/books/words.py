"""Words: what the books say beyond the words of the pages, in both languages."""

from __future__ import annotations

from jianzhu.show.words import WORDS as PAGE_WORDS

WORDS: dict[str, dict[str, str]] = {
    "contents": {"zh": "目录", "en": "Contents"},
    "landmarks": {"zh": "各部分", "en": "Landmarks"},
    "title_page": {"zh": "书名页", "en": "Title page"},
    "preface": {"zh": "怎样读这本书", "en": "How to read this book"},
    "sources": {"zh": "底本与权利", "en": "Sources and rights"},
    "footnotes": {"zh": "注", "en": "Notes"},
    "back": {"zh": "回到正文", "en": "Back to the text"},
    "made_with": {"zh": "笺注", "en": "Jianzhu 笺注"},
    "pair": {"zh": "中文，附英译", "en": "English translation with the Chinese"},
    "essays_by": {"zh": "文章作者：", "en": "Essays by "},
    "and_unsigned": {"zh": "，及未署名者", "en": ", and unsigned authors"},
    "state_of": {"zh": "本版日期", "en": "State of"},
    "how_blocks": {
        "zh": "每一段先是中文，其下字小者为英译。段末的编号（如s12）是各句的永久编号，引用一句，举文章与编号即可；"
        "尚未翻译者，译文处如实写明。",
        "en": "Each paragraph stands first in English and then, smaller, in Chinese. The numbers at its end, such as s12, are "
        "the permanent numbers of its sentences: a sentence is cited by article and number. Where a translation is "
        "missing, its place says so.",
    },
    "how_notes": {
        "zh": "数字是编者的注，字母是校改（底本原作何字），箭头→是别处与这一段相应答的话，以及它所回答的问题；"
        "多数阅读器点开即在原处显示，否则在篇末。朱色是编者的话，不是作者的话；注明“未校”者尚未经第二人校过。",
        "en": "Figures lead to the editors’ notes, letters to emendations (what the seed reads), an arrow → to the passages "
        "that answer this one and to the questions it answers. Most readers open them in place; else they stand at the "
        "end of the article. Vermilion is the editors’ voice, not the authors’; what is called a draft has not been read "
        "by a second editor yet.",
    },
    "how_terms": {
        "zh": "人名、机构、典故等在每篇第一次出现时，可点开词汇表中的词条；词条之后可回到各篇的第一次出现之处。",
        "en": "Names, institutions and allusions lead to the glossary where an article names them for the first time; the "
        "entry leads back to that place in each article.",
    },
    "counts": {"zh": "本书所收", "en": "In this book"},
    "more_online": {
        "zh": "每一句所提到的全部词条、事件与数据的标记，逐条的校勘记，以及JSON与CSV数据，见本版的网站。",
        "en": "Every mark on every sentence, the whole apparatus, and the data as JSON and CSV are in the site of this edition.",
    },
    "book_rights": {
        "zh": "文章归其作者与出处所有；译文与笺注为本版所作。",
        "en": "The essays remain their authors’ and publishers’; translation and notes are this edition’s.",
    },
    "accessible": {
        "zh": "全书为文字，没有图片；有目录、标题层次与语言标记，注释可往返。",
        "en": "All of the book is text, without pictures; it has a table of contents, headings, marked languages, and notes "
        "with links back.",
    },
    "first_named": {"zh": "首见", "en": "First named in"},
    "see_also": {"zh": "参见", "en": "See also"},
    "evidence": {"zh": "出处", "en": "Told in"},
}


def words(lang: str) -> dict[str, str]:
    """All words in `lang`, those of the pages and those of the books, by key."""
    return {key: str(forms[lang]) for key, forms in (PAGE_WORDS | WORDS).items()}


assert all(set(forms) == {"zh", "en"} for forms in WORDS.values())
assert not WORDS.keys() & PAGE_WORDS.keys()
