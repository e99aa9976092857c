"""Scaffold: an editor adds an article on a Sunday."""

from __future__ import annotations

from pathlib import Path

import pytest
from jianzhu.annotate.translation import source_hash
from jianzhu.commands import cli
from jianzhu.commands.article import EMPTY
from jianzhu.compile import compile_edition
from jianzhu.extract.language import script_of
from jianzhu.source.yamlfile import read_yaml
from jianzhu.storage.digest import sha256

TEXT = """\
面對AI浪潮
2023年,國內(nèi)大模型遍地開花?;蛟S也是。
一個繁體字的段落,說明這個工具認得臺灣的文章與經濟發展,還有積體電路。
本站资源来自互联网"""


def add(small: Path, data: bytes, slug: str = "wave") -> tuple[int, Path]:
    file = small / "received.txt"
    file.write_bytes(data)
    return cli.main(["--root", str(small), "add", slug, str(file)]), small / "seeds/articles" / slug


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_adding_an_article(small, encoding, capsys):
    data = TEXT.encode(encoding)
    status, folder = add(small, data)
    assert status == 0
    assert (folder / "source.txt").read_bytes() == data
    record, problems = read_yaml(small, "seeds/articles/wave/article.yml")
    assert not problems
    assert record.data["source"] == {"file": "source.txt", "encoding": encoding, "sha256": sha256(data)}
    assert record.data["script"] == "zh-Hant"
    assert record.data["date"] is None  # a year in the text is no date of it
    assert "the text mentions 2023" in (folder / "article.yml").read_text(encoding="utf-8")
    assert record.data["title"]["zh"] == "面對AI浪潮"
    told = capsys.readouterr().out
    for suspicious in ("'？；'", "本站资源"):
        assert suspicious in told
    assert "blocks: []" in (folder / "segments.yml").read_text(encoding="utf-8")


def test_the_check_then_says_what_is_still_to_fill_in(small, capsys):
    add(small, TEXT.encode())
    capsys.readouterr()
    assert cli.main(["--root", str(small), "check"]) == 0
    report = capsys.readouterr().out
    assert "fill in title.en, date, dateNote, rights, description (seeds/articles/wave/article.yml:" in report
    assert cli.main(["--root", str(small), "check", "--all"]) == 1
    capsys.readouterr()
    assert cli.main(["--root", str(small), "check", "wave"]) == 1
    report = capsys.readouterr().out
    for key in ("title.en", "dateNote", "rights", "description"):
        assert f"{key}: missing" in report


def test_a_filled_in_article_is_built(small, capsys):
    status, folder = add(small, "一篇文章\n百度做大模型。".encode())
    assert status == 0
    record = (folder / "article.yml").read_text(encoding="utf-8")
    record = record.replace("status: raw\n", "")
    for line in record.split("\n"):
        if ": #" in line:
            record = record.replace(line, line.partition("#")[0] + ("2023~" if line.startswith("date:") else "x"))
    (folder / "article.yml").write_text(record, encoding="utf-8")
    assert cli.main(["--root", str(small), "check"]) == 1
    assert "[segment-unrecorded]" in capsys.readouterr().out
    assert cli.main(["--root", str(small), "segments", "wave"]) == 0
    assert "level: 1" in (folder / "segments.yml").read_text(encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["--root", str(small), "check"]) == 1
    report = capsys.readouterr().out
    assert "[untranslated] 2 of 2 segments" in report
    assert "1 problem" in report
    hashes = {name: source_hash(text) for name, text in (("s1", "一篇文章"), ("s2", "百度做大模型。"))}
    entries = [f"{name}: {{source: {value}, text: Some words.}}" for name, value in hashes.items()]
    (folder / "en.yml").write_text("\n".join(entries), encoding="utf-8")
    assert cli.main(["--root", str(small), "check"]) == 0, capsys.readouterr().out
    assert cli.main(["--root", str(small), "pages"]) == 0
    assert "baidu" in (small / ".build/docs/zh/articles/wave.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", ["craze", "Wave", "a b", "../x", "a--b", "", "index", "abc\n"])
def test_a_taken_or_malformed_slug_is_refused(small, slug, capsys, monkeypatch):
    monkeypatch.chdir(small)  # what is there under the name of a slug would be added as a file
    before = sorted(small.rglob("*"))
    status, _ = add(small, TEXT.encode(), slug)
    assert status == 1
    assert "record-invalid" in capsys.readouterr().err
    assert [path for path in sorted(small.rglob("*")) if path.name != "received.txt"] == before


def test_a_file_in_no_encoding_is_refused_with_its_place(small, capsys):
    status, folder = add(small, b"\x81\xff\xff\xff" * 10)
    assert status == 1
    assert not folder.exists()
    assert "[seed-undecodable]" in capsys.readouterr().err


def test_recording_the_segments_after_an_edit(small, capsys):
    article = small / "seeds/articles/craze"
    emendations = article / "emendations.yml"
    emendations.write_text(
        emendations.read_text(encoding="utf-8").replace("corr: 要有大算力", "corr: 要有很大的算力"), encoding="utf-8"
    )
    assert cli.main(["--root", str(small), "segments", "craze"]) == 0
    assert "new: none" in capsys.readouterr().out
    assert 's4: "他说：“做大模型，要有很大的算力。”"' in (article / "segments.yml").read_text(encoding="utf-8")


def test_segments_are_not_recorded_where_an_id_would_vanish(small, capsys):
    article = small / "seeds/articles/craze"
    left_out = "leftOut:\n  - sic: 有人吃小米粥。\n    why: {zh: 样例。, en: A specimen.}\n"
    record = article / "article.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("leftOut:\n", left_out), encoding="utf-8")
    before = (article / "segments.yml").read_bytes()
    assert cli.main(["--root", str(small), "segments", "craze"]) == 1
    assert "[segment-vanished]" in capsys.readouterr().err
    assert (article / "segments.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "script"),
    [("国产芯片与电脑网络", "zh-Hans"), ("國產晶片與電腦網路", "zh-Hant"), ("abc", "zh-Hans"), ("", "zh-Hans")],
)
def test_the_script_is_guessed(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize("name", ["nowhere.txt", "seeds"])
def test_a_file_that_cannot_be_read_is_told(small, name, capsys):
    assert cli.main(["--root", str(small), "add", "wave", str(small / name)]) == 1
    assert "[file-missing]" in capsys.readouterr().err


def test_a_sentence_torn_in_two_keeps_its_id_once(small, capsys):
    emendations = small / "seeds/articles/craze/emendations.yml"
    torn = (
        "- {sic: '。百度做', corr: \"。\\n百度做\", reason: structure, cert: low, why: {zh: 样例。, en: A specimen.}}\n"
    )
    torn += '- {sic: 国内(nèi)涌现, corr: "国内。\\n涌现", reason: structure, cert: low, why: {zh: 样例。, en: A specimen.}}\n'
    emendations.write_text(emendations.read_text(encoding="utf-8") + torn, encoding="utf-8")
    events = small / "seeds/events.yml"
    events.write_text("{}\n", encoding="utf-8")
    (small / "seeds/claims.yml").write_text("{}\n", encoding="utf-8")
    assert cli.main(["--root", str(small), "segments", "craze"]) == 0, capsys.readouterr().err
    recorded = (small / "seeds/articles/craze/segments.yml").read_text(encoding="utf-8")
    assert recorded.count(" s2:") == 1
    assert " s6:" in recorded


S4 = 's4:\n  # "他说：“做大模型，要有大算力。”"\n  source: "{}"\n  text:\n'.format(
    source_hash("他说：“做大模型，要有大算力。”")
)


@pytest.mark.parametrize(
    ("kept", "begun"),
    [
        ("{}\n", ["s1", "s2", "s3", "s4", "s5"]),
        ("# mine\n{}\n", ["s1", "s2", "s3", "s4", "s5"]),
        ("# mine\n", ["s1", "s2", "s3", "s4", "s5"]),
        ("s5: {text: Last.}  # first\ns3:\n  text: Third.\n  # to do", ["s1", "s2", "s4"]),
        ("s5: {text: Last.}\r\ns2: {source: 00000000, text: Stale.}\r\n", ["s1", "s3", "s4"]),
    ],
)
def test_a_translation_is_begun_behind_what_is_there(small, capsys, kept, begun):
    file = small / "seeds/articles/craze/en.yml"
    file.write_bytes(kept.encode())
    assert cli.main(["--root", str(small), "translation", "craze"]) == 0
    new = file.read_bytes().decode()
    end = "\r\n" if "\r\n" in kept else "\n"
    assert new.startswith(kept.replace("{}\n", ""))
    assert S4.replace("\n", end) in new
    assert [line[:2] for line in new[len(kept.replace("{}\n", "")) :].split(end) if line.startswith("s")] == begun
    capsys.readouterr()
    cli.main(["--root", str(small), "check"])
    assert f"[untranslated] {len(begun)} of 5 segments" in capsys.readouterr().out
    assert cli.main(["--root", str(small), "translation", "craze"]) == 0
    assert "every segment has an entry" in capsys.readouterr().out
    assert file.read_bytes().decode() == new


@pytest.mark.parametrize("kept", ["{s1: {text: One.}}\n", "s1: {text: One.}\n...\n", "s1: [\n"])
def test_a_translation_that_cannot_be_continued_is_left_alone(small, capsys, kept):
    file = small / "seeds/articles/craze/en.yml"
    file.write_text(kept, encoding="utf-8")
    assert cli.main(["--root", str(small), "translation", "craze"]) == 1
    assert "seeds/articles/craze/en.yml" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == kept


def write_article(small: Path, text: str, emendations: str = "[]\n") -> Path:
    """The article `craze` with another text, and nothing said about it."""
    article = small / "seeds/articles/craze"
    record = (article / "article.yml").read_text(encoding="utf-8")
    data = text.encode()
    before = sha256((article / "source.txt").read_bytes())
    record = record.replace(before, sha256(data)).partition("leftOut:")[0]
    (article / "article.yml").write_text(record, encoding="utf-8")
    (article / "source.txt").write_bytes(data)
    (article / "emendations.yml").write_text(emendations, encoding="utf-8")
    for name, empty in {**EMPTY, "segments.yml": "blocks: []\n"}.items():
        if name != "emendations.yml":
            (article / name).write_text(empty, encoding="utf-8")
    for name in ("events", "claims", "relations", "questions"):
        (small / f"seeds/{name}.yml").write_text("{}\n", encoding="utf-8")
    return article


def segment_problems(small: Path) -> set[str]:
    _, problems = compile_edition(small)
    return {problem.code for problem in problems if problem.location.path.endswith("segments.yml")}


def test_an_untouched_article_with_two_captions_alike_can_be_checked(small, capsys):
    article = write_article(small, "一个题目\n图片来源：视觉中国。作者摄\n图片来源：视觉中国。作者摄\n完。\n")
    assert cli.main(["--root", str(small), "segments", "craze"]) == 0, capsys.readouterr().err
    once = (article / "segments.yml").read_bytes()
    assert not segment_problems(small)
    assert cli.main(["--root", str(small), "segments", "craze"]) == 0, capsys.readouterr().err
    assert (article / "segments.yml").read_bytes() == once


def test_a_heading_may_become_two_sentences(small, capsys):
    article = write_article(small, "一个题目\n一哄而上\n百度做大模型。\n")
    assert cli.main(["--root", str(small), "segments", "craze"]) == 0, capsys.readouterr().err
    emendation = (
        "- {sic: 一哄而上, corr: 一哄而上！人人都做大模型。, reason: typo, cert: low, why: {zh: 样例。, en: x}}\n"
    )
    (article / "emendations.yml").write_text(emendation, encoding="utf-8")
    assert segment_problems(small) == {"manifest-stale"}
    assert cli.main(["--root", str(small), "segments", "craze"]) == 0, capsys.readouterr().err
    assert not segment_problems(small)
    recorded = (article / "segments.yml").read_text(encoding="utf-8")
    assert '  - kind: heading\n    level: 2\n    segments:\n      s2: "一哄而上！人人都做大模型。"\n' in recorded


def test_where_no_number_is_left_the_editor_is_told(small, capsys):
    article = write_article(small, "一个题目\n百度做大模型。\n")
    withdrawn = "withdrawn:\n" + "".join(f"  s{number}: ~\n" for number in (9_999_999,))
    (article / "segments.yml").write_text(f"blocks: []\n{withdrawn}next: 9999999\n", encoding="utf-8")
    assert cli.main(["--root", str(small), "segments", "craze"]) == 1
    assert "[segment-id] no number is left for a new segment" in capsys.readouterr().err
