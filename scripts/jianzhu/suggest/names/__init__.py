"""Names: persons, organizations, products, places and works in an article that no entry of the glossary names.

Rules recognize them (`recognition` for Chinese, `western` for texts in Latin letters), by the words and their parts of speech
that jieba tells. Each rule has a weight; a name is proposed where the rules by which an article has it are enough together. Where
the extra `names` is installed, a model tags names besides (`model`), so that what is proposed depends on what is installed.
"""

from jianzhu.suggest.names.entries import names
from jianzhu.suggest.names.model import recognizer

__all__ = ["names", "recognizer"]
