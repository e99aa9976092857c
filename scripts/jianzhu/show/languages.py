"""Languages: what the languages of texts are called, from Unicode’s CLDR."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from jianzhu.language import Language, TextLanguage

#: What CLDR has no name for.
_MISSING = {("lzh", Language.ZH): "文言"}


def translation_name(language: TextLanguage, lang: Language) -> str:
    """What a translation into `language` is called in `lang`: 英译, an English translation."""
    name = language_name(language, lang)
    if lang is Language.ZH:
        return f"{name[0]}译" if len(name) == 2 and name.endswith("文") else f"{name}译文"
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name} translation"


@lru_cache(maxsize=64)
def language_name(language: TextLanguage, lang: Language) -> str:
    """What `language` is called in `lang`; its code where CLDR does not know it.

    Chinese calls written texts 英文 and 日文, where CLDR has the spoken languages, 英语 and 日语.
    """
    name = _MISSING.get((language.code, lang)) or Locale(lang.code).languages.get(language.code, language.code)
    return f"{name[:-1]}文" if lang is Language.ZH and name.endswith("语") else name
