"""Encoding and language: what the bytes of a text are in, in all languages that texts come in."""

from __future__ import annotations

import pytest
from jianzhu.extract.encoding import decode, detect_encoding
from jianzhu.extract.html import html_encoding
from jianzhu.extract.language import detect_language

JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗い所でニャーニャー泣いていた。"
KOREAN = (
    "나랏말이 중국과 달라 한자와 서로 통하지 아니하므로, 어리석은 백성이 말하고자 하는 바를 펴지 못하는 사람이 많다."
)
ENGLISH = "It is a truth universally acknowledged, that a single man in possession of a good fortune—must be in want of a “wife”."
FRENCH = "Longtemps, je me suis couché de bonne heure. Parfois, mes yeux se fermaient si vite que je n’étais pas prêt."
MODERN = "我们在这里看到了许多新的模型，它们的能力和人类的差距正在缩小，这是去年没有想到的。"
TRADITIONAL = "我們在這裡看到了許多新的模型，它們的能力和人類的差距正在縮小，這是去年沒有想到的。"
CLASSICAL = "學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？其為人也孝弟，而好犯上者，鮮矣。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE + "①②", "cp932"),
        (JAPANESE, "utf-8"),
        (JAPANESE, "utf-16"),
        (KOREAN, "euc-kr"),
        (KOREAN + "뷁", "cp949"),
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (MODERN, "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (CLASSICAL, "gb18030"),
        (CLASSICAL, "big5"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_encoding_is_detected(text, encoding, end):
    data = (text + end).encode(encoding) * 3
    assert detect_encoding(data) == encoding
    assert decode(data, encoding).encode(encoding)[-8:] == data[-8:]


def test_a_null_in_a_text_is_damage_and_no_encoding():
    assert detect_encoding("大模型\0来了，还有很多很多的话要说。".encode()) == "utf-8"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (JAPANESE, "ja"),
        (KOREAN, "ko"),
        (ENGLISH, "en"),
        (FRENCH, "und"),
        (MODERN, "zh-Hans"),
        (TRADITIONAL, "zh-Hant"),
        (CLASSICAL, "lzh"),
        ("夏目漱石の「こゝろ」" + MODERN * 5, "zh-Hans"),
        ("OpenAI 的 ChatGPT 与 Google 的 Bard", "zh-Hans"),
        ("Привет, мир", "und"),
        ("Hello", "en"),
        ("", "zh-Hans"),
    ],
)
def test_a_language_is_detected(text, language):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("head", "encoding", "expected"),
    [
        ('<meta charset="gb2312">', "gb18030", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=big5">', "big5", "big5"),
        ('<?xml version="1.0" encoding="Shift_JIS"?>', "cp932", "cp932"),
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        ("<meta charset=utf-8>", "gb18030", "gb18030"),  # it says what is not so
        ("<meta charset=gb2312>", "utf-8-sig", "utf-8-sig"),  # the mark decides
        ("<meta charset=nonsense>", "utf-8", "utf-8"),
        ("", "gb18030", "gb18030"),
    ],
)
def test_the_encoding_of_a_page(head, encoding, expected):
    text = JAPANESE if expected == "cp932" else TRADITIONAL if expected == "big5" else MODERN
    assert html_encoding(f"<html><head>{head}</head><body>{text * 3}</body></html>".encode(encoding)) == expected
