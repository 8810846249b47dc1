"""The same values by pandas alone, without any check: `bare_pandas.py PROJECT [VALUES]`."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pandas as pd
from large_indicators import INDICATORS, YEARS, Asked

TEXTS = ["Activity", "City", "Person no.", "Role", "Sex", "Age", "Organisation"]
NAMES = ["activity", "city", "person", "role", "sex", "age_band", "organisation", "hours"]
Found = dict[tuple[str, int, tuple[str, ...]], "pd.Series | float"]


def read(folder: Path) -> pd.DataFrame:
    """The participations with what they need of their activities; texts as categories, the quickest pandas has."""
    if (folder / "participations.csv").exists():
        types = dict.fromkeys(TEXTS, "category") | {"Hours": "float64"}
        rows = pd.read_csv(folder / "participations.csv", dtype=types, engine="pyarrow")
    else:
        rows = pd.read_parquet(folder / "participations.parquet").astype(dict.fromkeys(TEXTS, "category"))
    rows.columns = NAMES
    activities = pd.read_csv(folder / "activities.csv", index_col="Activity id", parse_dates=["Starts"])
    for name in ("Kind", "Programme", "Status", "Starts"):
        rows[f"activity.{name.lower()}"] = rows["activity"].map(activities[name])
    for name in ("activity.kind", "activity.programme", "activity.status"):
        rows[name] = rows[name].astype("category")
    return rows


def value(asked: Asked, rows: pd.DataFrame, group: tuple[str, ...]) -> pd.Series | float:
    """One measure over these rows: for the whole, or for each group."""
    if asked.how == "latest":
        rows = rows.dropna(subset=["hours"]).sort_values(["activity.starts", "hours"])
    if not group:
        return _whole(asked, rows)
    groups = rows.groupby(list(group), observed=True, dropna=False)
    columns = list(asked.columns)
    if asked.how == "count":
        return groups.size()
    if asked.how in {"distinct", "distinct_each"} and (asked.how == "distinct_each" or len(columns) == 1):
        return sum(groups[column].nunique() for column in columns)
    if asked.how == "distinct":
        once = rows.drop_duplicates([*dict.fromkeys([*group, *columns])])
        return once.groupby(list(group), observed=True, dropna=False).size()
    hours = groups["hours"]
    return hours.sum(min_count=1) if asked.how == "sum" else hours.max() if asked.how == "max" else hours.last()


def _whole(asked: Asked, rows: pd.DataFrame) -> float:
    columns = list(asked.columns)
    if asked.how == "count":
        return len(rows)
    if asked.how == "distinct_each" or (asked.how == "distinct" and len(columns) == 1):
        return sum(rows[column].nunique() for column in columns)
    if asked.how == "distinct":
        return len(rows.drop_duplicates(columns))
    hours = rows["hours"]
    return hours.sum() if asked.how == "sum" else hours.max() if asked.how == "max" else hours.iloc[-1]


def compute(rows: pd.DataFrame) -> Found:
    """Every indicator of every year: the whole, every city, every part, every city's parts."""
    found: Found = {}
    years = rows["activity.starts"].dt.year
    for year in YEARS:
        of_year, since = rows[years == year], rows[years <= year]
        for asked in INDICATORS:
            if asked.how == "ratio":
                continue
            chosen = since if asked.since else of_year
            for name, wanted in asked.where:
                chosen = chosen[chosen[name] == wanted]
            for by in ((), *((name,) for name in asked.by)):
                for group in (by, ("city", *by)):
                    found[asked.code, year, group] = value(asked, chosen, group)
        for asked in INDICATORS:
            if asked.how == "ratio":
                _ratio(asked, year, found)
    return found


def _ratio(asked: Asked, year: int, found: Found) -> None:
    over, under = asked.columns
    for by in ((), *((name,) for name in asked.by)):
        for group in (by, ("city", *by)):
            bottom = found[under, year, group]
            top = found[over, year, group]
            if isinstance(top, pd.Series):
                top = top.reindex(bottom.index, fill_value=0)
            found[asked.code, year, group] = top / bottom


def values(found: Found) -> dict[tuple[object, ...], float | None]:
    """Every value by (code, year, city, dimension, category)."""
    flat: dict[tuple[object, ...], float | None] = {}
    for (code, year, group), series in found.items():
        if not isinstance(series, pd.Series):
            flat[code, year, None, None, None] = series
            continue
        for key, one in series.items():
            parts = dict(zip(group, key if isinstance(key, tuple) else (key,), strict=True))
            city, rest = parts.pop("city", None), next(iter(parts.items()), (None, None))
            flat[code, year, city, rest[0], None if pd.isna(rest[1]) else rest[1]] = None if pd.isna(one) else one
    return flat


if __name__ == "__main__":
    results = compute(read(Path(sys.argv[1])))
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_bytes(pickle.dumps(values(results)))
