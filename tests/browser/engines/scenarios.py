"""The scenarios: what a reader does, what must be found in the answer, and which engines can be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.browser import journeys
from tests.browser.engines import looks, searches

ENGINES = ("chromium", "firefox", "webkit")


@dataclass(frozen=True)
class Scenario:
    """`does` is done with a page and the address of the edition's top folder, and gives what the reader then has.

    The answer is the same in all `engines`, unless it is `measured`: then each engine has its own, which is the same online
    and from the folder. `short` ones are done in every engine by `make test`.
    """

    does: Callable[[Any, str], Any]
    holds: str = ""
    engines: tuple[str, ...] = ENGINES
    measured: bool = False
    short: bool = False

    @property
    def name(self) -> str:
        return self.does.__name__


SCENARIOS = (
    Scenario(journeys.switches_the_language, "en/glossary/sensetime.html"),
    Scenario(journeys.searches_and_follows_a_hit, "不具備足夠數據", short=True),
    Scenario(journeys.searches_by_another_name, "Great Steelmaking"),
    Scenario(journeys.opens_a_link_to_a_search, "tortoise"),
    Scenario(journeys.opens_a_card, "AMD"),
    Scenario(journeys.reads_all_about_a_sentence_and_cites_it, "The War of a Hundred Models"),
    Scenario(journeys.goes_by_keyboard, "MI300X", short=True),
    Scenario(journeys.makes_choices_that_are_kept, "two-hundred-models.html?view=interlinear", short=True),
    Scenario(journeys.changes_the_script, "苏姿丰", short=True),
    Scenario(journeys.filters_the_timeline, "concept=openai"),
    Scenario(journeys.sorts_the_claims, "descending"),
    Scenario(journeys.goes_down_the_axis_and_back_to_the_top, "#gpt-4-launch"),
    Scenario(journeys.follows_a_line_of_the_map, "#"),
    Scenario(journeys.follows_a_cross_reference, "articles/"),
    # WebKit shows a table where the others save it.
    Scenario(journeys.downloads_a_table, "claims.csv", engines=("chromium", "firefox")),
    Scenario(journeys.opens_the_data),
    # WebKitWebDriver cannot print; Firefox prints over BiDi, but does not show a page as it would be printed.
    Scenario(journeys.prints_an_article, engines=("chromium",)),
    Scenario(journeys.looks_at_the_icons, "rgb", measured=True),
    *(Scenario(does, holds, short=does in looks.SHORT) for does, holds in looks.LOOKS.items()),
    *(Scenario(does, holds) for does, holds in searches.SEARCHES.items()),
)
