"""A page of every kind, below the folder of a language."""

KINDS = (
    "index.html",
    "articles/index.html",
    "articles/everyone-makes-models.html",
    "glossary/index.html",
    "glossary/large-model.html",
    "timeline/index.html",
    "claims/index.html",
    "questions/index.html",
    "questions/cost-of-chatgpt.html",
    "map.html",
    "apparatus/index.html",
    "apparatus/tortoise.html",
    "coverage.html",
    "download.html",
    "data.html",
    "rules.html",
    "search.html",
    "about.html",
)
