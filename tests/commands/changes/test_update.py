"""Update: a new version of a seed keeps the ids, and nothing that was written about the old one is lost."""

from __future__ import annotations

import pytest
from jianzhu.storage.digest import sha256

from tests.commands.changes.addresses import addresses_of, lost
from tests.folders import seeds_of

DAY = ("--date", "2024-01-01")
OLD = """一哄而上
2023年,国内(nèi)涌现出238个大模型。百度做,小米也做。
他说:“做大模型,要有算力。”
(资料图片仅供参考)
有人吃小米粥。"""
CRAZE = "seeds/articles/craze"


@pytest.fixture
def update(small, jianzhu):
    """Replace the seed of the small edition by a text, or a file of another name."""

    def run(text: str, *options: str, name: str = "new.txt") -> tuple[int, str]:
        (small / name).write_text(text, encoding="utf-8")
        return jianzhu("update", "craze", str(small / name), *DAY, *options)

    return run


@pytest.mark.parametrize(
    ("old", "new", "told", "problems"),
    [
        ("2023年,国内(nèi)", "2023年，国内", "5 sentences as before, 0 edited, 0 new, 0 gone", []),
        (
            "要有算力",
            "要有大算力",
            "emendations.yml:1: the emendation of '要有算力' no longer applies; the new version reads",
            [],
        ),
        ("(资料图片仅供参考)\n", "", "article.yml:22: '(资料图片仅供参考)' is not there any more", []),
        ("小米也做", "小米也做，大家都做", "4 sentences as before, 1 edited, 0 new, 0 gone", ["translation-stale"]),
        ("有人", "先说一句。有人", "5 sentences as before, 0 edited, 1 new, 0 gone", ["untranslated"]),
        ("\n有人吃小米粥。", "", "s5 - 有人吃小米粥。", []),
        ("吃小米粥", "喝粥", "marks.yml:2: '小米' is not in craze:s5 any more", ["translation-stale"]),
        (
            "238个大模型",
            "239个大模型",
            "claims.yml:9: '238个大模型' is not in craze:s2 any more",
            ["date-open", "quantity-open", "translation-stale"],
        ),
    ],
)
def test_a_new_version(old, new, told, problems, small, jianzhu, update):
    before, seed = addresses_of(small), (small / CRAZE / "source.txt").read_bytes()
    status, said = update(OLD.replace(old, new))
    assert status == 0, said
    assert told in said
    assert lost(small, before) == []
    report = jianzhu("check")[1]
    assert [code for code in problems if f"[{code}]" not in report] == []
    assert f"{len(problems)} problem" in report if problems else "no problems" in report, report
    assert (small / CRAZE / f"source.{sha256(seed)[:8]}.txt").read_bytes() == seed


def test_what_no_longer_applies_is_kept_as_a_comment(small, update):
    words = [line.strip(" -") for name in ("emendations", "marks") for line in _lines(small, name)]
    assert update(OLD.replace("要有算力", "要有大算力").replace("吃小米粥", "喝粥"))[0] == 0
    now = "\n".join(line for name in ("emendations", "marks") for line in _lines(small, name))
    assert [word for word in words if word not in now] == []
    assert "# 2024-01-01: does not apply to the new version of the seed" in now


def _lines(small, name: str) -> list[str]:
    return (small / CRAZE / f"{name}.yml").read_text("utf-8").splitlines()


def test_a_sentence_that_others_point_to_does_not_go(small, update):
    before = seeds_of(small)
    status, said = update(OLD.replace("2023年,国内(nèi)涌现出238个大模型。", ""))
    assert status == 1
    for place in ("events.yml:5", "claims.yml:9", "questions.yml:10", "relations.yml:3"):
        assert f"seeds/{place}: [segment-vanished] s2, which is named here, is not in the new version" in said
    assert seeds_of(small) == before


def test_a_sentence_taken_in_by_another_leads_to_it(small, jianzhu, update):
    before = addresses_of(small)
    status, said = update(OLD.replace("。百度做,", "，百度做,"))
    assert status == 0, said
    assert "In 2023, 238 large models appeared in China. Baidu makes one" in (small / CRAZE / "en.yml").read_text(
        "utf-8"
    )
    assert "withdrawn:\n  s" in (small / CRAZE / "segments.yml").read_text("utf-8")
    assert lost(small, before) == []


def test_another_format_takes_its_place(small, jianzhu, update):
    text = OLD.replace("一哄而上\n", "# 一哄而上\n\n").replace("\n他说", "\n\n他说").replace("\n(资料", "\n\n(资料")
    status, said = update(text.replace("\n有人", "\n\n有人"), name="new.md")
    assert status == 0, said
    record = (small / CRAZE / "article.yml").read_text("utf-8")
    assert "file: source.md" in record
    assert "format: markdown" in record
    assert (small / CRAZE / "extract.yml").exists()
    assert "5 sentences as before, 0 edited" in said
    assert jianzhu("check")[0] == 0
    assert update(OLD)[0] == 0
    assert not (small / CRAZE / "extract.yml").exists()
    assert "format" not in (small / CRAZE / "article.yml").read_text("utf-8")


@pytest.mark.parametrize("text", [OLD, ""])
def test_what_is_no_new_version_is_told(text, small, update):
    before = seeds_of(small)
    status, _ = update(text)
    assert status == 1
    assert seeds_of(small) == before


def test_a_dry_run_writes_nothing(small, update):
    before = seeds_of(small)
    status, said = update(OLD.replace("吃", "喝"), "--dry-run")
    assert status == 0
    assert "1 edited" in said
    assert seeds_of(small) == before
