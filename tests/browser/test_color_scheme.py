"""Light or dark, from the first paint on."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_or_dark_is_the_systems_until_the_reader_chooses(browser, server, system):
    schemes = {"light": "default", "dark": "slate"}
    other = {"light": "dark", "dark": "light"}[system]
    context = browser.new_context(color_scheme=system)
    page = context.new_page()
    # What the body is when it is first painted, before any script of the theme has run.
    page.add_init_script(
        "(function look() { const body = document.body;"
        " if (body) window.first = body.dataset.mdColorScheme; else requestAnimationFrame(look); })();"
    )

    def shown() -> tuple[str, str, int]:
        page.goto(server + "about.html")
        labels = page.locator(".md-header__option label[for^='__palette']")
        visible = sum(label.is_visible() for label in labels.all())
        return page.evaluate("window.first"), page.evaluate("document.body.dataset.mdColorScheme"), visible

    assert shown() == (schemes[system], schemes[system], 1)
    page.locator(".md-header__option label[for^='__palette']:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == schemes[other]
    assert shown() == (schemes[other], schemes[other], 1)
    page.emulate_media(color_scheme=other)
    page.locator(".md-header__option label[for^='__palette']:visible").click()
    page.emulate_media(color_scheme=system)
    assert shown() == (schemes[system], schemes[system], 1)
    context.close()
