"""Sparkline: where in an article something stands, as a line with a tick a sentence, each a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jianzhu.show.escape import Markdown, html


@dataclass(frozen=True)
class Tick:
    """A sentence: its place in the article, counted from 0, its address, and its name for who cannot see the place."""

    position: int
    href: str
    name: str


def sparkline(ticks: Sequence[Tick], length: int, longest: int, name: str) -> Markdown:
    """An SVG called `name`: a line for an article of `length` sentences, `longest` of which fill the width.

    Widths are shares of the room there is, so that ticks and strokes keep their own on every screen.
    """
    width = 100 / longest
    lines = [f'<svg class="sparkline" role="group" aria-label="{html(name)}">']
    lines.append(f'<line x1="0" x2="{length * width:.2f}%" y1="50%" y2="50%"/>')
    for tick in ticks:
        # The sentence's whole stretch answers to the pointer; what is seen of it is a stroke in its middle.
        lines.append(
            f'<a href="{html(tick.href)}"><title>{html(tick.name)}</title>'
            f'<rect x="{tick.position * width:.2f}%" y="0" width="{width:.2f}%" height="100%"/>'
            f'<line x1="{(tick.position + 0.5) * width:.2f}%" x2="{(tick.position + 0.5) * width:.2f}%" y1="15%" y2="85%"/></a>'
        )
    return Markdown("\n".join([*lines, "</svg>"]))
