"""Markup and script in the place of every text that an editor writes."""

from __future__ import annotations

import re
from pathlib import Path

from jianzhu.source.manifest import quoted
from jianzhu.storage.digest import sha256

MARKUP = '<img src=x onerror="window.evil=1"><script>window.evil=1</script><b onmouseover="window.evil=1">bold</b>'
MARKDOWN = "[tap](javascript:window.evil=1) ![picture](x) {{ 7*7 }} {: onclick=window.evil=1 } `code` **strong** | a |"
REST = "~~~ &lt;i&gt; &amp;lt; </title></script>\"'> 作者 { tabindex=0 autofocus=autofocus onfocus=window.evil=1 }"
EVIL = f"{MARKUP} {MARKDOWN} {REST}"


def poison(edition: Path) -> None:
    """Put EVIL wherever an editor writes words, and into the seed."""
    article = edition / "seeds/articles/craze"
    seed = (article / "source.txt").read_text(encoding="utf-8") + f"\n{EVIL}"
    (article / "source.txt").write_text(seed, encoding="utf-8")
    segments = (article / "segments.yml").read_text(encoding="utf-8")
    block = f"  - kind: paragraph\n    segments:\n      s6: {quoted(EVIL)}\nnext: 7\n"
    (article / "segments.yml").write_text(segments.replace("next: 6\n", block), encoding="utf-8")
    for path in (edition / "seeds").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "article.yml":
            text = text.replace("A specimen.", quoted(EVIL)).replace("样例。", quoted(EVIL))
            text = text.replace("en: Rushing In", f"en: {quoted('Rushing ' + EVIL)}")
            text = "\n".join(
                f"  sha256: {sha256(seed.encode())}" if line.startswith("  sha256") else line
                for line in text.split("\n")
            )
            text = text.replace("date: 2023", f"author:\n  zh: {quoted(EVIL)}\n  en: {quoted(EVIL)}\ndate: 2023", 1)
        text = text.replace("zh: 样例。", f"zh: {quoted(EVIL)}").replace("en: A specimen.", f"en: {quoted(EVIL)}")
        for words in ("公司。", "A company.", "模型。", "A model.", "计算能力。", "Computing power."):
            text = text.replace(f": {words}", f": {quoted(EVIL)}")
        for words in (
            "出现238个大模型",
            "238 large models appear",
            "大模型数量",
            "Number of large models",
            "作者",
            "the author",
            "有多少个大模型？",
            "How many large models are there?",
            "某人",
            "somebody",
            "238个",
            "238 models",
        ):
            text = re.sub(rf": {re.escape(words)}(?=[,}}\n])", lambda _: f": {quoted(EVIL)}", text)
        text = text.replace(
            'text: "In 2023, 238 large models',
            f'text: "{EVIL.replace(chr(34), chr(92) + chr(34))} In 2023, 238 large models',
        )
        path.write_text(text, encoding="utf-8")
