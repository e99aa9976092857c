"""Words: what the pages themselves say, in both languages; a key that one language lacks is an error at import.

What stands in braces is filled in by the page.
"""

from __future__ import annotations

from jianzhu.show.escape import Markdown
from jianzhu.show.words_of_values import WORDS_OF_VALUES

WORDS: dict[str, dict[str, str]] = WORDS_OF_VALUES | {
    "home": {"zh": "首页", "en": "Home"},
    "argued": {"zh": "争的是什么", "en": "What they argue about"},
    "all_questions": {"zh": "全部问题", "en": "All questions"},
    "articles": {"zh": "文章", "en": "Articles"},
    "articles_answer": {
        "zh": "{count}篇文章互相应答，也互相矛盾。",
        "en": "{count} essays that answer and contradict each other. ",
    },
    "articles_lead": {
        "zh": "原文与英译逐句并列；底本的每一处改动都在校勘记中。",
        "en": "Source and translation stand side by side, sentence by sentence; every change to the seeds is in the apparatus.",
    },
    "glossary": {"zh": "词汇表", "en": "Glossary"},
    "glossary_lead": {
        "zh": "人物、机构、模型、著作与说法：释义，以及在各文中的每一次出现。",
        "en": "People, organizations, models, works and sayings: what they are, and every place where they occur.",
    },
    "timeline": {"zh": "年表", "en": "Timeline"},
    "timeline_lead": {
        "zh": "文章提到的有日期可考之事，按时间排列；相对日期如何推定，附于其后。日期按EDTF（ISO 8601-2）记录。",
        "en": "What the essays date, in order of time, with the reasoning where a date was relative or vague. Dates are "
        "recorded as EDTF (ISO 8601-2).",
    },
    "apparatus": {"zh": "校勘记", "en": "Apparatus"},
    "apparatus_lead": {
        "zh": "底本是网上抓取的文本，多有损坏。这里列出本版与底本的每一处不同：底本作何、今作何、理由与把握。"
        "由此可以从本版逐步退回底本；每次构建都以测试验证。",
        "en": "The seeds are texts as scraped from the web, and damaged. Here stands every difference between them and "
        "these pages: what the seed reads, what is printed, why, and how sure we are. A test replays the steps on every "
        "seed and takes them back again.",
    },
    "axis": {"zh": "年表总览", "en": "The timeline at a glance"},
    "axis_caption": {
        "zh": "一点一事，立于其起始之时，点开即到其条目。时间不按同一比例：首格为{decades}年以前，至{last_decade}年一格为十年，"
        "至{last_year}年一格为一年，{months}年至{last_month}年一格为一月，只知年份者立于该年首格；斜线处比例改变。",
        "en": "A dot is an event, stands where it begins, and leads to its entry. Time is not to one scale: the first "
        "column is all before {decades}, then a column is ten years up to {last_decade}, a year up to {last_year}, and a "
        "month from {months} to {last_month}, where the first column of a year holds what is known by year only. Strokes part the "
        "scales.",
    },
    "axis_skip": {"zh": "略过此图", "en": "Skip the picture"},
    "find": {"zh": "查找", "en": "Find"},
    "any": {"zh": "不限", "en": "any"},
    "all": {"zh": "全部", "en": "All"},
    "reset": {"zh": "清除", "en": "Clear"},
    "type": {"zh": "类别", "en": "Type"},
    "concept": {"zh": "词条", "en": "Concept"},
    "initial": {"zh": "拼音首字母", "en": "Initial"},
    "questions": {"zh": "同与异", "en": "Agreements and contradictions"},
    "questions_lead": {
        "zh": "同一个问题，各文怎样回答。左栏是问题，各栏是各文的答案；问题的页面把原话并列，并附编者的判断。",
        "en": "What the essays answer to the same question. Each row is a question, each column an essay; the page of a "
        "question sets the passages side by side, with the editors’ finding.",
    },
    "download": {"zh": "引用与下载", "en": "Cite and download"},
    "cite": {"zh": "如何引用", "en": "How to cite"},
    "cite_lead": {
        "zh": "指着一句，点左边的编号（手机上先点句子），便可复制它的地址，或引文、BibTeX、CSL-JSON。例如：",
        "en": "Point at a sentence and press the number beside it (on a phone tap the sentence first) to copy its address, "
        "or a citation: plain, BibTeX or CSL-JSON. For example:",
    },
    "cite_permanent": {
        "zh": "每句的编号永不改变，也不再用；一段可写作 #s12-s17。某句若被撤去，旧编号会引向接替它的那一句。",
        "en": "The number of a sentence never changes and is never used again; a passage is cited as #s12-s17. Should a "
        "sentence be withdrawn, its number leads to the one that took its place.",
    },
    "citation": {
        "zh": "{author}《{title}》（{year}年），{segment}，载《{edition}》。",
        "en": "{author}“{title}” ({year}), {segment}, in {edition}, ",
    },
    "citation_author": {"zh": "{author}：", "en": "{author}, "},
    "data": {"zh": "数据", "en": "Data"},
    "data_lead": {
        "zh": "各页所载，尽在以下文件之中：UTF-8的JSON，附JSON Schema；可列成表者另有CSV。",
        "en": "All that the pages say is in these files: JSON in UTF-8 with JSON Schemas, and as CSV what fits a table.",
    },
    "books": {"zh": "电子书", "en": "Books for e-readers"},
    "books_lead": {
        "zh": "全书另可制成两册EPUB 3电子书，一册以中文为主，一册以英文为主，译文随段，注释可点开：在本版的源码中运行",
        "en": "The whole edition can be made into two EPUB 3 books, one in which Chinese leads and one in which English does, "
        "with the translation beneath each paragraph and notes that open in place: in the sources of this edition, run",
    },
    "data_offsets": {
        "zh": "位置按校定文本的Unicode码位计数。",
        "en": "Offsets count Unicode code points of the corrected text.",
    },
    "data-articles": {"zh": "文章", "en": "Articles"},
    "data-segments": {"zh": "句段：原文与译文", "en": "Segments: source and translation"},
    "data-glossary": {"zh": "词条（SKOS）及其出现之处", "en": "Concepts (SKOS) and where they occur"},
    "data-events": {"zh": "事件（EDTF）", "en": "Events (EDTF)"},
    "data-claims": {"zh": "数据：何人称何数", "en": "Claims: who asserts which figure"},
    "data-relations": {"zh": "互见", "en": "Cross-references"},
    "data-questions": {"zh": "同与异", "en": "Agreements and contradictions"},
    "data-emendations": {"zh": "校改", "en": "Emendations"},
    "data-notes": {"zh": "注", "en": "Notes"},
    "file": {"zh": "内容", "en": "What"},
    "rows": {"zh": "条数", "en": "Rows"},
    "schema": {"zh": "格式", "en": "schema"},
    "rights": {"zh": "权利", "en": "Rights"},
    "whole": {"zh": "整本带走", "en": "The whole edition"},
    "whole_text": {
        "zh": "本版可以离线阅读：在项目中运行`make bundle`，全部页面、搜索与数据便打成一个压缩包；解压到任何地方，双击index.html，"
        "与网上无异。包内外各附SHA-256，可以核对。",
        "en": "It can be read without a network: in the project, `make bundle` packs all pages, the search and the data into "
        "one zip. Unzip it anywhere, double-click index.html, and it is as on line. SHA-256 sums come with it, for the zip and "
        "for each file in it.",
    },
    "rights_text": {
        "zh": "文章归其作者与出处所有；译文与笺注为本版所作。各文来历见其页末。",
        "en": "The essays remain their authors’ and publishers’; translation and notes are this edition’s. The end of each "
        "article’s page tells what is known of its origin.",
    },
    "question": {"zh": "问题", "en": "Question"},
    "the_author": {"zh": "作者", "en": "the author"},
    "quoting": {"zh": "引", "en": "quoting"},
    "draft": {"zh": "未校", "en": "draft"},
    "draft_key": {
        "zh": "标“未校”、线作粗点者为初稿，尚未校过。",
        "en": "What has not been reviewed yet is marked as a draft, and its line is dotted.",
    },
    "draft_sentence": {"zh": "初稿，尚未校过", "en": "a draft, not reviewed yet"},
    "draft_sample": {"zh": "粗点：未校", "en": "coarse dots: draft"},
    "axis_draft": {"zh": "空心者为初稿。", "en": "A hollow dot is a draft."},
    "claims_lead": {
        "zh": "文章说到的每一个数字：量的是什么，谁说的，截至何时，出自哪一句。",
        "en": "Every figure in the essays: what it measures, who says so, as of when, and in which sentence.",
    },
    "not_converted": {"zh": "各种货币不作换算。", "en": "Currencies are not converted."},
    "dimension": {"zh": "类别", "en": "Measure"},
    "figure": {"zh": "数字", "en": "Figure"},
    "measured": {"zh": "所量", "en": "What is measured"},
    "said_by": {"zh": "谁说的", "en": "Who says so"},
    "as_of": {"zh": "截至", "en": "As of"},
    "status": {"zh": "状态", "en": "Status"},
    "side_by_side": {"zh": "并列的数字", "en": "Figures side by side"},
    "side_by_side_lead": {
        "zh": "几处说同一件事的数字，放在同一标尺上。箭头表示“至少”或“至多”，空心者为初稿。",
        "en": "Figures for one matter, on one scale. An arrow stands for at least or at most; a hollow mark is a draft.",
    },
    "logarithmic": {"zh": "（对数标尺）", "en": "(logarithmic scale)"},
    "map": {"zh": "互见之图", "en": "Map of cross-references"},
    "map_lead": {
        "zh": "{count}篇文章围成一圈，弧线连起互相应答的句子；点一条弧线，读它所连的两处原话。",
        "en": "The essays stand around a circle; each arc joins two sentences that answer each other. Follow an arc to the "
        "two passages and the reason for the link.",
    },
    "to_the_list": {"zh": "略过图，看列表", "en": "Skip to the list"},
    "list": {"zh": "全部互见", "en": "All cross-references"},
    "kind": {"zh": "类型", "en": "Kind"},
    "within": {"zh": "本文之内", "en": "within the essay"},
    "coverage": {"zh": "进度", "en": "Coverage"},
    "coverage_lead": {
        "zh": "译了多少，校了多少；文中规则所能识别的日期与数量，是否都已成为事件或数据。每次构建重新计算。",
        "en": "How much is translated and reviewed, and whether every date and quantity that the rules find has become an "
        "event or a claim. Counted anew at every build.",
    },
    "coverage_key": {
        "zh": "日期与数量：已记录＋已排除／规则识别的总数。",
        "en": "Dates and quantities: recorded + dismissed / found by rule.",
    },
    "article": {"zh": "文章", "en": "Article"},
    "segments": {"zh": "句段", "en": "Segments"},
    "reviewed": {"zh": "已校", "en": "Reviewed"},
    "dates": {"zh": "日期", "en": "Dates"},
    "quantities": {"zh": "数量", "en": "Quantities"},
    "notes": {"zh": "注", "en": "Notes"},
    "relations": {"zh": "互见", "en": "Cross-references"},
    "claims": {"zh": "数据", "en": "Claims"},
    "register": {"zh": "记录", "en": "Register"},
    "chinese_left": {"zh": "译文中残留汉字之句", "en": "Translations with Chinese characters left in them"},
    "linked": {"zh": "文中有其名的词条", "en": "Concepts named in a text"},
    "in_source": {"zh": "见于原文", "en": "in the source"},
    "in_translation": {"zh": "见于译文", "en": "in the translation"},
    "left_open": {"zh": "尚待处理", "en": "Still open"},
    "left_open_lead": {
        "zh": "规则识别为日期或数量，而尚未记录也未排除者。",
        "en": "Read as a date or a quantity, and neither recorded nor dismissed so far.",
    },
    "left_dismissed": {"zh": "已排除", "en": "Dismissed"},
    "left_dismissed_lead": {
        "zh": "形似日期或数量，而编者认为无可记录者，及其理由。",
        "en": "What looks like a date or a quantity and, to the editors, says nothing to record, with the reason.",
    },
    "answers": {"zh": "回答此问", "en": "Answers the question"},
    "view": {"zh": "版式", "en": "View"},
    "view-parallel": {"zh": "对照", "en": "parallel"},
    "view-interlinear": {"zh": "逐句", "en": "interlinear"},
    "view-source": {"zh": "原文", "en": "source"},
    "view-translation": {"zh": "译文", "en": "translation"},
    "layers": {"zh": "标记", "en": "Marks"},
    "layer-concept": {"zh": "词条", "en": "terms"},
    "layer-note": {"zh": "注", "en": "notes"},
    "layer-event": {"zh": "事件", "en": "events"},
    "layer-claim": {"zh": "数据", "en": "claims"},
    "layer-emendation": {"zh": "校改", "en": "emendations"},
    "layer-found": {"zh": "规则所识", "en": "found by rule"},
    "layer-links": {"zh": "互见", "en": "cross-references"},
    "layer-keys": {"zh": "单键快捷", "en": "single-letter keys"},
    "keyboard": {
        "zh": "键：v 版式，c 字体，j/k 逐句，Enter 看句中各注",
        "en": "Keys: v view, c script, j/k sentence by sentence, Enter all about a sentence",
    },
    "summary": {"zh": "编者提要", "en": "Editors’ summary"},
    "thesis": {"zh": "主旨", "en": "Thesis"},
    "argument": {"zh": "理路", "en": "Argument"},
    "against": {"zh": "所辩", "en": "Against"},
    "date": {"zh": "日期", "en": "Date"},
    "title_supplied": {"zh": "题目为编者所拟。", "en": "The title is the editors’."},
    "unsigned": {"zh": "未署名", "en": "unsigned"},
    "translated": {"zh": "译文", "en": "Translation"},
    "translated_of": {"zh": "句已译", "en": "sentences translated"},
    "reviewed_of": {"zh": "句已校", "en": "reviewed"},
    "not_translated": {"zh": "尚未翻译", "en": "Not yet translated"},
    "stale": {"zh": "原文已改，译文待核", "en": "the source has changed since this translation"},
    "events_here": {"zh": "文中之事", "en": "Events in this article"},
    "claims_here": {"zh": "文中之数", "en": "Figures in this article"},
    "terms_here": {"zh": "文中词语", "en": "Terms in this article"},
    "occurrences": {"zh": "出现之处", "en": "Occurrences"},
    "no_occurrences": {"zh": "目前各文中没有出现。", "en": "It does not occur in the articles at present."},
    "also": {"zh": "又作", "en": "Also"},
    "broader": {"zh": "上位", "en": "Broader"},
    "narrower": {"zh": "下位", "en": "Narrower"},
    "names": {"zh": "名称", "en": "Names"},
    "hans": {"zh": "简体", "en": "Simplified"},
    "hant": {"zh": "繁体", "en": "Traditional"},
    "english": {"zh": "英文", "en": "English"},
    "pinyin": {"zh": "拼音", "en": "Pinyin"},
    "neighbours": {"zh": "相邻词条", "en": "Neighbors"},
    "spread": {
        "zh": "一线为一文，一划为其中提到此词的一句，点开即到；线的长短即文章的长短。",
        "en": "A line is an article, as long as it has sentences; a stroke is a sentence that names this, and leads to it.",
    },
    "related": {"zh": "相关", "en": "Related"},
    "seed_reads": {"zh": "底本作", "en": "The seed reads"},
    "certainty": {"zh": "把握", "en": "Certainty"},
    "encoding": {"zh": "编码", "en": "Encoding"},
    "witness": {"zh": "底本", "en": "The witness"},
    "by_editors": {"zh": "编者校改", "en": "Emended by the editors"},
    "left_out": {"zh": "不录之文", "en": "Left out"},
    "by_rule": {"zh": "按规则校改", "en": "Emended by rule"},
    "nothing": {"zh": "（空）", "en": "(nothing)"},
    "none": {"zh": "无。", "en": "None."},
    "total": {"zh": "合计", "en": "All"},
    "about": {"zh": "关于", "en": "About"},
    "figures": {"zh": "数字", "en": "Figures"},
    "colon": {"zh": "：", "en": ": "},
    "semicolon": {"zh": "；", "en": "; "},
    "open": {"zh": "（", "en": " ("},
    "close": {"zh": "）", "en": ")"},
    "stop": {"zh": "。", "en": ". "},
    "gap": {"zh": "", "en": " "},
    "comma": {"zh": "、", "en": ", "},
    "events": {"zh": "事件", "en": "Events"},
    "concepts": {"zh": "词条", "en": "Concepts"},
    "sentences": {"zh": "句", "en": "sentences"},
    "emendations": {"zh": "处校改", "en": "emendations"},
}


def words(lang: str) -> dict[str, Markdown]:
    """All words in `lang`, by key; they are ours and need no escaping."""
    return {key: Markdown(forms[lang]) for key, forms in WORDS.items()}


assert all(set(forms) == {"zh", "en"} for forms in WORDS.values())
