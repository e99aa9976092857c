"""Add: raw files of every format become articles; and `extract` reads one again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.commands.raw import neighbor_of
from jianzhu.source.load import load_seeds
from jianzhu.source.yamlfile import read_yaml
from jianzhu.storage.digest import sha256
from jianzhu.text.slug import slug_of

from tests.extract.made import book_epub, essay_docx, paper_pdf
from tests.extract.make import make_png
from tests.extract.test_files import FILES

ARTICLES = Path("seeds/articles")


def add(small: Path, *what: str | Path) -> int:
    return cli.main(["--root", str(small), "add", *map(str, what)])


@pytest.fixture
def received(tmp_path) -> Path:
    """A folder of files as an editor has received them."""
    folder = tmp_path / "received"
    (folder / "img").mkdir(parents=True)
    (folder / "img" / "a b.png").write_bytes(make_png())
    (folder / "newsletter.md").write_bytes((FILES / "newsletter.md").read_bytes())
    (folder / "news.html").write_bytes((FILES / "news.html").read_bytes())
    (folder / "essay.docx").write_bytes(essay_docx())
    (folder / "book.epub").write_bytes(book_epub())
    (folder / "paper.pdf").write_bytes(paper_pdf())
    (folder / "plain.txt").write_bytes("一篇短文\n百度做大模型。".encode("gb18030"))
    return folder


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("newsletter.md", "source.md"),
        ("news.html", "source.html"),
        ("essay.docx", "source.docx"),
        ("book.epub", "source.epub"),
        ("paper.pdf", "source.pdf"),
        ("plain.txt", "source.txt"),
    ],
)
def test_a_file_of_each_format_is_an_article(small, received, name, source, capsys):
    assert add(small, "wave", received / name) == 0
    folder = small / ARTICLES / "wave"
    assert (folder / source).read_bytes() == (received / name).read_bytes()
    record, problems = read_yaml(small, "seeds/articles/wave/article.yml")
    assert not problems
    said = record.data["source"]
    assert said["sha256"] == sha256((received / name).read_bytes())
    if source != "source.txt":
        assert said["extraction"] == sha256((folder / "extract.yml").read_bytes())
    told = capsys.readouterr().out
    assert "Blocks: " in told
    assert "Next: " in told


def test_images_beside_the_file_are_copied_and_recorded(small, received, capsys):
    add(small, "wave", received / "newsletter.md")
    assert (small / ARTICLES / "wave/images/a-b.png").read_bytes() == make_png()
    record, _ = read_yaml(small, "seeds/articles/wave/article.yml")
    assert record.data["images"] == [{"file": "a-b.png", "from": "img/a%20b.png", "sha256": sha256(make_png())}]
    assert "Images: 1 copied, 0 not." in capsys.readouterr().out


def test_an_image_that_is_elsewhere_is_recorded_and_never_fetched(small, tmp_path, capsys):
    page = tmp_path / "post.md"
    page.write_text("# 题\n\n![远](https://example.com/far.jpg) ![上](../up.png)\n", encoding="utf-8")
    (tmp_path.parent / "up.png").write_bytes(make_png())
    add(small, "wave", page)
    record, _ = read_yaml(small, "seeds/articles/wave/article.yml")
    assert record.data["images"] == [
        {"file": "far.jpg", "from": "https://example.com/far.jpg"},
        {"file": "up.png", "from": "../up.png"},
    ]
    assert not (small / ARTICLES / "wave/images").exists()
    assert "nothing is fetched" in capsys.readouterr().out


def test_only_files_beside_the_raw_one_are_read(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.png").write_bytes(make_png())
    (tmp_path / "in" / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "in" / "own.png").write_bytes(make_png())
    near = neighbor_of(tmp_path / "in" / "post.md")
    assert near("own.png") == make_png()
    for address in ("../secret.png", "link.png", str(tmp_path / "secret.png"), "none.png", "a\0b", "."):
        assert near(address) is None


def test_a_folder_is_as_many_articles_and_the_rest_is_told(small, received, capsys):
    (received / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 100)
    (received / ".hidden").write_text("x")
    assert add(small, received) == 0
    made = sorted(path.name for path in (small / ARTICLES).iterdir())
    assert made == [
        "craze",
        "da-mo-xing-de-suan-li",
        "da-mo-xing-guan-cha",
        "hong-lou-meng",
        "mei-zhou-tong-xun",
        "suan-li-yu-suan-fa",
        "yi-pian-duan-wen",
    ]
    told = capsys.readouterr().out
    assert "old.doc: it is a document of an old Office (.doc)" in told
    assert "img: a folder" in told
    numbers = {
        re.search(r"number: (\d+)", (small / ARTICLES / name / "article.yml").read_text(encoding="utf-8"))[1]
        for name in made
    }
    assert len(numbers) == len(made)
    assert add(small, received) == 0  # again: nothing is added twice
    assert sorted(path.name for path in (small / ARTICLES).iterdir()) == made
    assert capsys.readouterr().out.count(": already seeds/articles/") == 6


def test_several_files_at_once_and_one_of_them_missing(small, received, capsys):
    assert add(small, received / "plain.txt", received / "none.txt", received / "essay.docx") == 1
    assert (small / ARTICLES / "yi-pian-duan-wen").is_dir()
    assert (small / ARTICLES / "suan-li-yu-suan-fa").is_dir()
    assert "[file-missing]" in capsys.readouterr().out


def test_what_is_not_read_is_refused_with_what_is(small, tmp_path, capsys):
    file = tmp_path / "a.rtf"
    file.write_bytes(b"{\\rtf1 a}")
    assert add(small, file) == 1
    said = capsys.readouterr().err
    for word in ("rich text", "plain text", "Markdown", "HTML", "DOCX", "EPUB", "PDF", "save it as"):
        assert word in said
    assert [path.name for path in (small / ARTICLES).iterdir()] == ["craze"]


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("到2050年，一切都会不同。它是这样说的。", "the text mentions 2050"),
        ("It is the end of the world, and the beginning of it.", "the text looks like English (en)"),
        ("これはペンです。それは本です。", "the text looks like Japanese (ja)"),
        ("이것은 펜입니다. 그것은 책입니다.", "the text looks like Korean (ko)"),
    ],
)
def test_what_the_text_only_suggests_is_a_comment(small, tmp_path, text, comment, capsys):
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    add(small, "wave", file)
    written = (small / ARTICLES / "wave/article.yml").read_text(encoding="utf-8")
    assert re.search(rf"#.*{re.escape(comment)}", written)
    assert read_yaml(small, "seeds/articles/wave/article.yml")[0].data["date"] is None
    if "looks like" in comment:
        assert "The text looks like" in capsys.readouterr().out


def test_metadata_is_marked_as_a_proposal(small, received):
    add(small, "wave", received / "news.html")
    written = (small / ARTICLES / "wave/article.yml").read_text(encoding="utf-8")
    assert "date: 2023-05-06 # proposed: meta article:published_time" in written
    assert '#   zh: "李四"' in written
    assert "# also: 大模型观察_某新闻网 (title)" in written


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("百模大战：一场竞赛", "bai-mo-da-zhan"),
        ("GPT-4与我", "gpt-4-yu-wo"),
        ("The Café — a story", "the-cafe"),
        ("女の子", ""),
        ("한국", ""),
        ("！！", ""),
        ("一二三四五六七八九十", "yi-er-san-si-wu-liu-qi-ba"),
        ("女排精神", "nv-pai-jing-shen"),
    ],
)
def test_a_slug_is_proposed(title, slug):
    assert slug_of(title) == slug


def test_a_hostile_title_is_no_yaml(small, tmp_path):
    file = tmp_path / "a.md"
    front = 'title: "a\\nnumber: 9 # x: {"\nauthor: "b\\n c: d"\ndate: "2024-01-02\\nx: y"'
    file.write_text(f"---\n{front}\n---\n文字。", encoding="utf-8")
    assert add(small, "wave", file) == 0
    record, problems = read_yaml(small, "seeds/articles/wave/article.yml")
    assert not problems
    assert record.data["number"] == "2"
    assert record.data["date"] == "2024-01-02"


def fill_in(small: Path) -> None:
    """Write something wherever article.yml asks for it."""
    path = small / ARTICLES / "wave/article.yml"
    text = re.sub(r"(?m)^(date:) #.*", r"\1 2023", path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"(?m)^(  (?:zh|en):) #.*", r"\1 x", text), encoding="utf-8")


def test_another_reading_is_told_and_accepted(small, received, capsys):
    add(small, "wave", received / "newsletter.md")
    fill_in(small)
    folder = small / ARTICLES / "wave"
    record, old = folder / "article.yml", (folder / "extract.yml").read_bytes()
    other = old.replace("引文在此。".encode(), "引文在彼。".encode())
    (folder / "extract.yml").write_bytes(other)
    record.write_text(record.read_text(encoding="utf-8").replace(sha256(old), sha256(other)), encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["--root", str(small), "check", "wave"]) == 1
    told = capsys.readouterr().out
    assert "[extraction-differs]" in told
    assert "引文在此。" in told
    assert "引文在彼。" in told
    before = record.read_text(encoding="utf-8")
    assert cli.main(["--root", str(small), "extract", "wave"]) == 0
    assert "another reading" in capsys.readouterr().out
    assert (folder / "extract.yml").read_bytes() == old
    assert record.read_text(encoding="utf-8") == before.replace(sha256(other), sha256(old))
    assert cli.main(["--root", str(small), "extract", "wave"]) == 0
    assert "as before" in capsys.readouterr().out
    cli.main(["--root", str(small), "check", "wave"])
    assert "[extraction-differs]" not in capsys.readouterr().out


def test_the_witness_is_what_was_extracted(small, received):
    add(small, "wave", received / "essay.docx")
    fill_in(small)
    seeds, problems = load_seeds(small)
    assert not problems
    folder = next(folder for folder in seeds.folders if folder.slug == "wave")
    assert folder.extract is not None
    assert folder.extract.blocks[0].text == "算力与算法"
    assert set(folder.images) == {"image-1.png"}


@pytest.mark.parametrize("slug", ["craze", "nowhere"])
def test_there_is_nothing_to_extract_from_plain_text(small, slug, capsys):
    assert cli.main(["--root", str(small), "extract", slug]) == 1
    assert re.search(r"plain text|\[file-missing\]", capsys.readouterr().err)


def test_a_seed_that_changed_is_not_read_again(small, received, capsys):
    add(small, "wave", received / "newsletter.md")
    seed = small / ARTICLES / "wave/source.md"
    seed.write_bytes(seed.read_bytes() + b"x")
    assert cli.main(["--root", str(small), "extract", "wave"]) == 1
    assert "not the file that was added" in capsys.readouterr().err
