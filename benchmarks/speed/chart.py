"""The chart `docs/_static/speed.svg`: megabytes a second of each system, a group of bars for each case, logarithmic.

Plain SVG with a transparent ground, in colours that stand out from a light page and from a dark one: an image is not
told which of both its page has been switched to.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from benchmarks.speed.page import number
from benchmarks.speed.runs import Run

_LEFT, _WIDE, _BAR, _GAP, _TOP = 150, 520, 14, 30, 34
_STYLE = """<style>
text { font: 12px system-ui, sans-serif; fill: #787878 } .h { font-weight: 600 } .g { stroke: #8885 }
.us { fill: #2b83cf } .peer { fill: #c07f3f } .floor { fill: #8a8a8a }
</style>"""


def chart(runs: Sequence[Sequence[Run]]) -> str:
    """Return the SVG."""
    speeds = [run.timed.speed for some in runs for run in some]
    low, high = math.floor(math.log10(min(speeds))), math.ceil(math.log10(max(speeds)))
    high = max(high, low + 1)

    def x(speed: float) -> float:
        return _LEFT + _WIDE * (math.log10(speed) - low) / (high - low)

    bars: list[str] = []
    y = _TOP
    for some in runs:
        bars.append(f'<text class="h" x="0" y="{y + 2}">{escape(some[0].case)}</text>')
        y += 10
        for run in some:
            bars += _bar(run, x(run.timed.speed), y)
            y += _BAR + 3
        y += _GAP
    height = y - _GAP + 8
    grid = [_tick(power, x(10.0**power), height) for power in range(low, high + 1)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDE + 60} {height}">',
            "<title>Megabytes a second, by system and case; longer is faster, the scale is logarithmic</title>",
            _STYLE,
            '<text x="0" y="12">MB/s, log scale</text>',
            *grid,
            *bars,
            "</svg>\n",
        ]
    )


def _bar(run: Run, end: float, y: float) -> list[str]:
    kind = "us" if run.system.distribution == "humanitarian-figures" else "peer"
    kind = "floor" if run.system.name == "plain scan" else kind
    label = number(run.timed.speed)
    return [
        f'<text x="{_LEFT - 6}" y="{y + 11}" text-anchor="end">{escape(run.system.name)}</text>',
        f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{max(end - _LEFT, 1):.1f}" height="{_BAR}" rx="2"/>',
        f'<text x="{end + 5:.1f}" y="{y + 11}">{label}</text>',
    ]


def _tick(power: int, x: float, height: float) -> str:
    label = f"{10.0**power:g}"
    return (
        f'<line class="g" x1="{x:.1f}" y1="20" x2="{x:.1f}" y2="{height}"/>'
        f'<text x="{x:.1f}" y="12" text-anchor="middle">{label}</text>'
    )
