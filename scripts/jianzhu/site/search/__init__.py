"""Search: the index that the search box reads, in the format that the page search.md tells readers.

`documents` says what can be found, `vocabulary` what its kinds are called, `folding` what counts as the same character,
`postings` how lists of rows are written, `index` how all of it is cut into files. The worker that reads them is in
docs/assets/javascripts/search/.
"""

import itertools

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.messages import page_texts
from jianzhu.site.search.documents import edition_columns, edition_documents, edition_names
from jianzhu.site.search.index import index_files

#: Where the index lies, below the site.
FOLDER = "data/search"


def search_files(edition: Edition) -> dict[str, str]:
    """The index of `edition`: path in the site and text of each file."""
    # What is not searched stands in lists that are narrowed by the same table.
    registers = (edition.concepts, edition.events, edition.claims, edition.relations)
    records = itertools.chain.from_iterable(register.values() for register in registers)
    more = "".join(
        (*(record.model_dump_json() for record in records), *(texts[Language.ZH] for texts in page_texts().values()))
    )
    files = index_files(edition_documents(edition), edition_names(edition), more, edition_columns(edition))
    return {f"{FOLDER}/{name}": text for name, text in files}
