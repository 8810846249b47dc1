"""Colours for up to four categories: the accent first, then those of Okabe and Ito that lie far from it in grey."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import combinations

from reportgen.press.charts.layout import Shape

# Okabe and Ito, "Color Universal Design", 2008.
# In the order in which they are wanted: black is the text's, and yellow is faint on paper.
OKABE_ITO = ("#E69F00", "#D55E00", "#56B4E9", "#CC79A7", "#0072B2", "#009E73", "#F0E442", "#000000")
# Machado, Oliveira and Fernandes (2009), severity 1: what full sight and the three colour-blind ones make of a colour.
SIGHTS = (
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
)
# Two fills side by side are told apart in grey from this contrast on; a line is seen on paper from that one on (WCAG
# 2.2, 1.4.11).
APART = 1.5
SEEN = 3.0
PAPER = "#ffffff"
LINEAR_BELOW = 0.04045

SHAPES = (Shape.CIRCLE, Shape.SQUARE, Shape.DIAMOND, Shape.TRIANGLE)
DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.0), (1.6, 1.6), (6.0, 1.8, 1.6, 1.8))
MOST = 4


@lru_cache(maxsize=32)
def fills(accent: str, count: int) -> tuple[str, ...]:
    """The accent and then from dark to light, so that neighbours differ by lightness alone, whoever looks."""
    return (accent, *sorted(_others(accent, count - 1, OKABE_ITO), key=_lightness))


@lru_cache(maxsize=32)
def inks(accent: str, count: int) -> tuple[str, ...]:
    """Colours for lines: dark enough for paper; dashes and marks tell them apart besides."""
    dark = tuple(colour for colour in OKABE_ITO if _contrast(colour, PAPER) >= SEEN)
    return (accent, *_others(accent, count - 1, dark))


def tint(colour: str, share: float) -> str:
    """The colour thinned with paper: `share` 1 is the colour, 0 is white."""
    parts = (round(255 - (255 - part) * share) for part in _parts(colour))
    return "#" + "".join(f"{part:02x}" for part in parts)


def is_faint(colour: str) -> bool:
    """Whether a surface of it needs an edge to be seen on paper."""
    return _contrast(colour, PAPER) < APART


def is_dark(colour: str) -> bool:
    """Whether white letters stand on it better than ink."""
    return _contrast(colour, PAPER) > 4.5  # noqa: PLR2004  WCAG 2.2, 1.4.3


def _others(accent: str, count: int, colours: tuple[str, ...]) -> tuple[str, ...]:
    """The first set that is apart enough, or the one farthest apart."""
    sets = list(combinations(colours, min(count, MOST - 1)))
    return next((chosen for chosen in sets if _apart(accent, chosen) >= APART), max(sets, key=partial(_apart, accent)))


def _apart(accent: str, chosen: tuple[str, ...]) -> float:
    """The least contrast between any two of them."""
    return min((_contrast(one, other) for one, other in combinations((accent, *chosen), 2)), default=APART)


def _contrast(one: str, other: str) -> float:
    """The least contrast that any sight sees between the two."""
    ratios = []
    for sight in SIGHTS:
        dark, light = sorted((_luminance(one, sight), _luminance(other, sight)))
        ratios.append((light + 0.05) / (dark + 0.05))
    return min(ratios)


def _lightness(colour: str) -> float:
    return _luminance(colour, SIGHTS[0])


def _luminance(colour: str, sight: tuple[tuple[float, float, float], ...]) -> float:
    """The relative luminance (WCAG 2.2) of a colour as this sight sees it."""
    shares = [part / 255 for part in _parts(colour)]
    linear = [part / 12.92 if part <= LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    seen = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in sight]
    return sum(weight * min(1.0, max(0.0, part)) for weight, part in zip((0.2126, 0.7152, 0.0722), seen, strict=True))


def _parts(colour: str) -> tuple[int, int, int]:
    number = int(colour.removeprefix("#"), 16)
    return number >> 16, number >> 8 & 255, number & 255
