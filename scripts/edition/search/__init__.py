"""Search: the index that the search box reads, in the format of docs/en/search.md.

`documents` says what can be found, `folding` what counts as the same character, `postings` how lists of rows are written,
`index` how all of it is cut into files. The worker that reads them is in docs/assets/javascripts/search/.
"""

from edition.relate import Edition
from edition.search.documents import edition_documents, edition_names
from edition.search.index import index_files

#: Where the index lies, below the site.
FOLDER = "data/search"


def search_files(edition: Edition) -> dict[str, str]:
    """The index of `edition`: path below docs/ and text of each file."""
    files = index_files(edition_documents(edition), edition_names(edition))
    return {f"{FOLDER}/{name}": text for name, text in files}
