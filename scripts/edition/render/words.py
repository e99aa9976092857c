"""Words: what the pages themselves say, in both languages; a key that one language lacks is an error at import."""

from __future__ import annotations

from edition.render.markdown import Markdown

WORDS: dict[str, dict[str, str]] = {
    "site": {"zh": "百模大战", "en": "The War of a Hundred Models"},
    "site_line": {
        "zh": "五篇谈论中国大模型热的文章（2023—2024），逐句对照，逐词笺注。",
        "en": "Five essays of 2023–2024 on China’s rush into large language models, annotated sentence by sentence.",
    },
    "home": {"zh": "首页", "en": "Home"},
    "articles": {"zh": "文章", "en": "Articles"},
    "articles_lead": {
        "zh": "五篇文章互相应答，也互相矛盾。原文与英译逐句并列；底本的每一处改动都在校勘记中。",
        "en": "Five essays that answer and contradict each other. Source and translation stand side by side, sentence by "
        "sentence; every change to the seeds is in the apparatus.",
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
    "date": {"zh": "日期", "en": "Date"},
    "title_supplied": {"zh": "题目为编者所拟。", "en": "The title is the editors’."},
    "unsigned": {"zh": "未署名", "en": "unsigned"},
    "zh-Hans": {"zh": "简体", "en": "simplified"},
    "zh-Hant": {"zh": "繁体（机器转换）", "en": "traditional (machine-converted)"},
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
    "high": {"zh": "确定", "en": "high"},
    "medium": {"zh": "较有把握", "en": "medium"},
    "low": {"zh": "存疑", "en": "low"},
    "mojibake": {"zh": "乱码", "en": "slipped bytes"},
    "pinyin-gloss": {"zh": "误插注音", "en": "pinyin gloss"},
    "script-conversion": {"zh": "繁简转换", "en": "script conversion"},
    "typo": {"zh": "误字", "en": "typing error"},
    "punctuation": {"zh": "标点", "en": "punctuation"},
    "structure": {"zh": "分段", "en": "structure"},
    "boilerplate": {"zh": "网站文字", "en": "boilerplate"},
    "person": {"zh": "人物", "en": "People"},
    "organisation": {"zh": "机构", "en": "Organizations"},
    "model": {"zh": "模型与产品", "en": "Models and products"},
    "place": {"zh": "地点", "en": "Places"},
    "work": {"zh": "著作", "en": "Works"},
    "idea": {"zh": "观念与政策", "en": "Ideas and policies"},
    "idiom": {"zh": "成语与俗语", "en": "Idioms and slang"},
    "allusion": {"zh": "典故", "en": "allusion"},
    "wordplay": {"zh": "文字游戏", "en": "wordplay"},
    "background": {"zh": "背景", "en": "background"},
    "fact": {"zh": "事实", "en": "fact"},
    "text": {"zh": "文本", "en": "text"},
    "same-claim": {"zh": "同一数字", "en": "Same claim"},
    "contradicts": {"zh": "相抵触", "en": "Contradicts"},
    "supports": {"zh": "佐证", "en": "Supports"},
    "elaborates": {"zh": "展开", "en": "Elaborates"},
    "quotes-same-source": {"zh": "同引一源", "en": "Quotes the same source"},
    "same-event": {"zh": "同一事件", "en": "Same event"},
    "opposes-thesis": {"zh": "立论相反", "en": "Opposes the thesis"},
    "about": {"zh": "关于", "en": "About"},
    "figures": {"zh": "数字", "en": "Figures"},
    "colon": {"zh": "：", "en": ": "},
    "semicolon": {"zh": "；", "en": "; "},
    "open": {"zh": "（", "en": " ("},
    "close": {"zh": "）", "en": ")"},
    "stop": {"zh": "。", "en": ". "},
    "gap": {"zh": "", "en": " "},
    "comma": {"zh": "、", "en": ", "},
    "events": {"zh": "事件", "en": "events"},
    "concepts": {"zh": "词条", "en": "concepts"},
    "sentences": {"zh": "句", "en": "sentences"},
    "emendations": {"zh": "处校改", "en": "emendations"},
}


def words(lang: str) -> dict[str, Markdown]:
    """All words in `lang`, by key; they are ours and need no escaping."""
    return {key: Markdown(forms[lang]) for key, forms in WORDS.items()}


assert all(set(forms) == {"zh", "en"} for forms in WORDS.values())
