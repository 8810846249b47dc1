"""The licences under which open data is given away: what a portal calls them, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping

CREATIVE_COMMONS = "https://creativecommons.org"
OPEN_DATA_COMMONS = "https://opendatacommons.org/licenses"

# By SPDX identifier: title and address. Nordic public data comes under one of these, nearly always the first two.
LICENCES: Mapping[str, tuple[str, str]] = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International", f"{CREATIVE_COMMONS}/licenses/by/4.0/"),
    "CC0-1.0": ("Creative Commons Zero v1.0 Universal", f"{CREATIVE_COMMONS}/publicdomain/zero/1.0/"),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution Share Alike 4.0 International",
        f"{CREATIVE_COMMONS}/licenses/by-sa/4.0/",
    ),
    "NLOD-2.0": (
        "Norwegian Licence for Open Government Data (NLOD) 2.0",
        "https://data.norge.no/nlod/en/2.0",
    ),
    "ODbL-1.0": ("Open Data Commons Open Database License v1.0", f"{OPEN_DATA_COMMONS}/odbl/1-0/"),
    "ODC-By-1.0": ("Open Data Commons Attribution License v1.0", f"{OPEN_DATA_COMMONS}/by/1-0/"),
    "PDDL-1.0": ("Open Data Commons Public Domain Dedication & License 1.0", f"{OPEN_DATA_COMMONS}/pddl/1-0/"),
}


def describe(licence: str) -> dict[str, str]:
    """Name, title and address of a licence given by its SPDX identifier; SPDX's own page for one not listed here."""
    title, path = LICENCES.get(licence, (licence, f"https://spdx.org/licenses/{licence}.html"))
    return {"name": licence, "title": title, "path": path}
