"""The fixed words of the pages, from `templates/words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

from reportgen.errors import TemplateError, nearest

FILE = "words.toml"
# Each word that the press fills in, with the names it fills; the page templates may have more of their own.
FILLED: Mapping[str, tuple[str, ...]] = {
    "data_as_of": ("date",),
    "date_line": ("place", "date"),
    "not_recorded": (),
    "numbers_description": (),
    "alt_bars": ("title", "year", "values"),
    "alt_bar": ("label", "value"),
    "alt_bar_compared": ("label", "value", "year", "compare"),
    "alt_extremes": ("most", "least"),
    "figure_category": (),
    "figure_city": (),
    "figure_indicator": (),
    "alt_line": ("name", "values"),
    "alt_strip": ("count", "least", "middle", "most"),
    "middle": ("value",),
    "nothing_recorded": (),
    "first_year": (),
    "caption_table": (),
    "caption_figure": (),
    "licence": (),
    "evidence": (),
    "evidence_definitions": (),
    "evidence_files": (),
    "evidence_file": (),
    "counted_definition": (),
    "counted_unit": (),
    "counted_rounding": (),
    "not_additive": (),
    "figure_value": (),
    "figure_year": (),
    "figure_panel": (),
    "total": (),
    "other": (),
    "overlapping": (),
    "compared": (),
    "target": ("year",),
    "baseline": ("year",),
    "baselines": (),
    "target_met": (),
    "target_missed": (),
    "no_target": (),
    "panels_absent": (),
    "alt_change": ("label",),
    "in_another_language": ("language",),
    "contents": (),
    "counted_filter": (),
    "counted_rows": (),
    "counted_source": (),
    "no_entries": (),
    "sheet_results": (),
    "sheet_data": (),
    "sheet_definitions": (),
    "sheet_number": (),
    "sheet_title": (),
    "sheet_name": (),
    "sheet_holds": (),
    "sheet_publisher": (),
    "sheet_funder": (),
    "sheet_issued": (),
    "sheet_licence": (),
    "holds_results": (),
    "holds_data": (),
    "holds_definitions": (),
    "data_figure": (),
    "data_scope": (),
    "data_dimension": (),
    "data_category": (),
    "data_label": (),
    "data_period": (),
    "data_value": (),
    "data_numerator": (),
    "data_denominator": (),
    "data_unit": (),
    "data_status": (),
    "data_definition": (),
    "definition_code": (),
    "definition_files": (),
    "definition_rounding": (),
    "definition_additive": (),
    "recorded": (),
    "yes": (),
    "no": (),
    "annex_per_cent": (),
    "annex_ratio": ("share", "part", "whole"),
    "annex_results": (),
    "annex_objective": (),
    "annex_indicator": (),
    "annex_unit": (),
    "annex_baseline": (),
    "annex_baseline_year": (),
    "annex_target": (),
    "annex_actual": (),
    "annex_share": (),
    "annex_status": (),
    "annex_comment": (),
    "annex_no_baseline": (),
    "additive_in_totals": (),
    "annex_share_of_way": (),
    "annex_lower_is_better": (),
    "annex_met": (),
    "annex_not_met": (),
    "annex_no_target": (),
    "annex_split": ("dimension",),
    "annex_over_years": (),
    "annex_promise": (),
    "annex_planned_for": (),
    "annex_outcome": (),
    "annex_exact": (),
    "annex_rounding": ("value", "rounded"),
    "annex_rounding_share": (),
    "annex_description": ("funder",),
    "annex_entities": (),
    "annex_trends": (),
    "annex_promises": (),
    "annex_nothing_measured": (),
    "annex_figure": ("number",),
    "annex_counted": ("definition", "unit", "period"),
    "annex_targets": (),
    "annex_targets_met": (),
    "title_edition_year": (),
    "title_edition_next_year": (),
    "title_edition_date": (),
    "title_edition_data_date": (),
    "title_publisher_name": (),
    "title_publisher_established": (),
    "title_recipient_name": (),
    "title_recipient_member_from": (),
    "title_recipient_member_to": (),
}


def read_words(templates: Path, language: str) -> Mapping[str, str]:
    """Each fixed word by its key in one language; TemplateError names every one that is missing or can't be filled."""
    try:
        table = tomllib.loads((templates / FILE).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"templates/{FILE}: {error}; mend the file, or take it anew from the example") from error
    faults = tuple(_faults(table, language))
    if faults:
        raise TemplateError("\n".join(f"templates/{FILE}: {fault}" for fault in faults))
    return {key: texts[language] for key, texts in table.items()}


def _faults(table: Mapping[str, object], language: str) -> Iterator[str]:
    yield from (f"{key} is missing; take it from the example" for key in FILLED if key not in table)
    for key, texts in table.items():
        text = texts.get(language) if isinstance(texts, dict) else None
        if not isinstance(text, str):
            yield f'{key} has no text in {language}; add {language} = "..."'
        elif key in FILLED:
            yield from _unfilled(key, text)


def _unfilled(key: str, text: str) -> Iterator[str]:
    """What stands in braces and is none of the names that are filled in."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        yield f"{key}: {error}; write a name in braces, such as {{date}}"
        return
    for name in sorted(names - set(FILLED[key])):
        yield f"{key}: {{{name}}} is not filled in here; {nearest(name, FILLED[key])}"
