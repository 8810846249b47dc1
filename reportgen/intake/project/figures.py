"""What each kind of figure needs of the project file, and what does nothing in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.intake.project.paths import column_at, indicator_named, no_indicator, source_named
from reportgen.model.spec import Aggregation, FigureKind, FigureSpec, Indicator, Project, Whose

SHARE = "share"
MOST_SERIES = 4  # more can't be told apart by colour
PARTS_ADD_UP = {Aggregation.COUNT, Aggregation.SUM, Aggregation.DISTINCT, Aggregation.DISTINCT_EACH}
TIMELINE_COLUMNS = ("day", "title", "kind")
# Beside title, caption, note and width_mm, which all have: the keys that a kind must have, and those that it may.
KEYS: Mapping[FigureKind, tuple[str, str]] = {
    FigureKind.BARS: ("indicator by", "whose order compare categories"),
    FigureKind.GROUPED: ("indicators by", "whose order categories"),
    FigureKind.STACKED: ("indicator by", "indicators whose order categories"),
    FigureKind.SHARE: ("indicator by", "indicators whose order categories"),
    FigureKind.LINES: ("indicator", "indicators whose"),
    FigureKind.AREA: ("indicator", "whose"),
    FigureKind.SLOPE: ("indicator", "by indicators whose categories"),
    FigureKind.STRIP: ("indicator", ""),
    FigureKind.BULLET: ("indicator", "indicators"),
    FigureKind.TIMELINE: ("table", "whose"),
    FigureKind.MAP: ("indicator", ""),
    FigureKind.MULTIPLES: ("figures", ""),
}


def check_figures(project: Project) -> Iterator[Mistake]:
    """Every mistake of the figures, in the order of the file."""
    for figure in project.figures:
        found = (*_check_keys(figure), *_check_named(project, figure))
        yield from found or _check_fit(project, figure)


def _check_keys(figure: FigureSpec) -> Iterator[Mistake]:
    """A key that is missing, and one that does nothing."""
    needed, allowed = (set(keys.split()) for keys in KEYS[figure.kind])
    written = set(_written(figure))
    for key in sorted(needed - written):
        yield Mistake((*_keys(figure), key), f'is missing; kind = "{figure.kind}" needs {key}')
    for key in sorted(written - needed - allowed):
        yield Mistake((*_keys(figure), key), f'does nothing where kind = "{figure.kind}"; take it out')


def _written(figure: FigureSpec) -> Iterator[str]:
    """The keys that the figure has, as far as they differ between kinds."""
    grouped = figure.kind is FigureKind.GROUPED  # which names several, and none before the others
    values = {
        "indicator": figure.indicator and not grouped,
        "indicators": len(figure.indicators) > 1 or (grouped and figure.indicators),
        "by": figure.by,
        "figures": figure.figures,
        "table": figure.table is not None,
        "categories": figure.categories,
        "order": figure.order is not None,
        "compare": figure.compare,
        "whose": figure.whose is Whose.OWN,
    }
    return (key for key, value in values.items() if value)


def _keys(figure: FigureSpec) -> Keys:
    return "figures", figure.code


def _check_named(project: Project, figure: FigureSpec) -> Iterator[Mistake]:
    """Each indicator, table and figure that it names is there."""
    codes = dict.fromkeys((figure.indicator, *figure.indicators) if figure.indicator else figure.indicators)
    for code in codes:
        if indicator_named(project, code) is None:
            yield no_indicator(project, _keys(figure), code)
    tables = [table.code for table in project.tables]
    if figure.table is not None and figure.table not in tables:
        what = f'"{figure.table}" is not a table; {suggest(figure.table, tables)}'
        yield Mistake((*_keys(figure), "table"), what, figure.table)
    others = [other.code for other in project.figures if other.code != figure.code]
    for code in figure.figures:
        if code not in others:
            what = f'"{code}" is not another figure; {suggest(code, others)}'
            yield Mistake((*_keys(figure), "figures"), what, code)


def _check_fit(project: Project, figure: FigureSpec) -> Iterator[Mistake]:
    """What is named fits the kind, and one another."""
    indicators = [project.indicator(code) for code in figure.indicators]
    yield from _check_count(figure)
    yield from _check_units(figure, indicators)
    for indicator in indicators:
        yield from _check_split(project, figure, indicator)
    yield from _check_own(project, figure, indicators)
    match figure.kind:
        case FigureKind.BULLET if not any(one.targets or one.baseline for one in indicators):
            what = (
                "is measured against nothing: none of its indicators has a target or baseline; add one to an indicator"
            )
            yield Mistake((*_keys(figure), "kind"), what)
        case FigureKind.MAP if not (project.recipients.latitude and project.recipients.longitude):
            yield Mistake((*_keys(figure), "kind"), "needs places; add latitude and longitude to [recipients]")
        case FigureKind.TIMELINE:
            yield from _check_timeline(project, figure)
        case FigureKind.MULTIPLES:
            yield from _check_panels(project, figure)


def _check_count(figure: FigureSpec) -> Iterator[Mistake]:
    count, kind = len(figure.indicators), figure.kind
    if kind is FigureKind.GROUPED and count < 2:  # noqa: PLR2004  one is no group
        yield Mistake((*_keys(figure), "indicators"), 'names one indicator; name two to four, or write kind = "bars"')
    if kind in {FigureKind.GROUPED, FigureKind.LINES} and count > MOST_SERIES:
        what = f"names {count} indicators, and colours tell {MOST_SERIES} apart; take some out, or draw multiples"
        yield Mistake((*_keys(figure), "indicators"), what)
    if kind is FigureKind.SLOPE and figure.by and count > 1:
        what = (
            "names several indicators beside by; keep one of the two: a line for each category, or for each indicator"
        )
        yield Mistake((*_keys(figure), "indicators"), what)
    if kind in {FigureKind.STACKED, FigureKind.SHARE} and figure.order and count == 1:
        what = "does nothing here: stacks of one indicator are the editions, oldest first; take it out"
        yield Mistake((*_keys(figure), "order"), what)


def _check_units(figure: FigureSpec, indicators: list[Indicator]) -> Iterator[Mistake]:
    """What shares one scale has one unit; a trend may show several counts, but not counts beside shares."""
    units = {indicator.unit for indicator in indicators}
    strict = figure.kind in {FigureKind.GROUPED, FigureKind.STACKED, FigureKind.SHARE}
    if figure.kind is not FigureKind.BULLET and len(units) > 1 and (strict or SHARE in units):
        what = (
            f"have different units ({', '.join(sorted(units))}), which one scale can't show; draw them as two figures"
        )
        yield Mistake((*_keys(figure), "indicators"), what)


def _check_split(project: Project, figure: FigureSpec, indicator: Indicator) -> Iterator[Mistake]:
    """The dimension splits the indicator, its parts make a stack, and its categories are among the allowed."""
    if not figure.by:
        return
    if figure.by not in indicator.by:
        what = f'"{figure.by}" does not split {indicator.code}; {suggest(figure.by, indicator.by)}'
        yield Mistake((*_keys(figure), "by"), what, figure.by)
        return
    how = indicator.measure.aggregation
    if figure.kind in {FigureKind.STACKED, FigureKind.SHARE} and how not in PARTS_ADD_UP:
        what = f'are of {indicator.code}, a {how}, whose parts make no whole; write kind = "bars"'
        yield Mistake((*_keys(figure), "by"), what, figure.by)
    source = source_named(project, indicator.source)
    column = column_at(project, source, figure.by) if source else ""
    allowed = () if isinstance(column, str) else column.allowed
    for category, _ in figure.categories:
        if allowed and category not in allowed:
            what = f'"{category}" is not among the allowed values of {figure.by}; {suggest(category, allowed)}'
            yield Mistake((*_keys(figure), "categories", category), what)


def _check_own(project: Project, figure: FigureSpec, indicators: list[Indicator]) -> Iterator[Mistake]:
    """Values of a recipient's own need rows that say whose they are."""
    if figure.whose is not Whose.OWN:
        return
    names = [indicator.source for indicator in indicators]
    names += [table.source for table in project.tables if table.code == figure.table]
    for name in dict.fromkeys(names):
        source = source_named(project, name)
        if source is not None and source.recipient is None:
            what = f'is "own", but {name} does not say whose its rows are; add recipient to the source'
            yield Mistake((*_keys(figure), "whose"), what)


def _check_timeline(project: Project, figure: FigureSpec) -> Iterator[Mistake]:
    table = next(table for table in project.tables if table.code == figure.table)
    missing = [name for name in TIMELINE_COLUMNS if name not in {column.name for column in table.columns}]
    if missing:
        what = f'"{table.code}" has no column {" and no column ".join(missing)}; a timeline reads day, title and kind'
        yield Mistake((*_keys(figure), "table"), what, figure.table)


def _check_panels(project: Project, figure: FigureSpec) -> Iterator[Mistake]:
    panels = [other for other in project.figures if other.code in figure.figures]
    kinds = sorted({panel.kind for panel in panels})
    if len(figure.figures) < 2 or len(set(figure.figures)) < len(figure.figures):  # noqa: PLR2004  one panel is a chart
        yield Mistake((*_keys(figure), "figures"), "needs two or more different figures, a panel each; name them")
    elif FigureKind.MULTIPLES in kinds:
        yield Mistake(
            (*_keys(figure), "figures"), "holds small multiples itself; name the figures that those are made of"
        )
    elif len(kinds) > 1:
        what = f"are of different kinds ({', '.join(kinds)}), and share no scale; name figures of one kind"
        yield Mistake((*_keys(figure), "figures"), what)
