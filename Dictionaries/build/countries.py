"""Countries and territories, states that ended, their names, nationalities, capitals and seats of government."""

import html
import re

from tables import Dictionary, clean, hand, rows, slug, split

COLUMNS = "id kind name country iso3 numeric fips geonames wikidata capital population founded ended source".split()
TERRITORIES = set(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE "
    "SH SJ SX TC TF TK UM VG VI WF YT".split())
NAMES = {"CI": "Ivory Coast", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "VA": "Vatican City",
    "CV": "Cape Verde", "TL": "East Timor", "MM": "Myanmar", "PS": "Palestinian Territories", "MK": "North Macedonia",
    "SZ": "Swaziland", "FM": "Micronesia", "CZ": "Czech Republic", "CW": "Curacao", "BQ": "Caribbean Netherlands"}
# Names that stand for a place or a person just as often; they come with their context from the hand-written table.
NEVER_BARE = {"Georgia", "Jordan", "Turkey", "Chad", "Mali", "Niger", "Guinea", "Lebanon", "Ireland", "Jersey", "Samoa", "Togo", "Cuba"}


# Pairs of states with one name, which the plural means together.
PAIRS = {"Koreas": ("kr", "kp"), "Congos": ("cd", "cg"), "Sudans": ("sd", "ss"), "Germanys": ("dd", "de-west"), "Yemens": ("yd", "ye-north")}


def read_geonames(free):
    return rows(free / "countries.tsv")


def guarded(text, guards):
    """`Georgia{georgia-country}` is the surface Georgia with the context of that name."""
    found = re.fullmatch(r"(.*)\{(.+)\}", text)
    return (found[1], guards.get(found[2], "")) if found else (text, "")


def people(adjective):
    """The plural of a nationality that is a noun as well; none for French, Chinese, Swiss."""
    if re.search(r"(an|ani|eri|ari|aiti|ati|emi|ali|aqi|aeli|eshi|ot|ek|ak|ene|ine|at|ech|ian|hai|oan|azi|ari|ino|bek|azakh|menistani|gazan|omani|qatari|roat|Serb|erb)$", adjective):
        return adjective + "s"
    return None


def build(free, guards):
    table = Dictionary(COLUMNS)
    extra = {row["code"]: row for row in hand("countries")}
    for info in read_geonames(free):
        code = info["ISO"]
        if code in ("CS", "AN"):
            continue
        more = extra.get(code, {})
        id = f"country.{code.lower()}"
        name = NAMES.get(code, info["Country"])
        table.add(
            id, kind="territory" if code in TERRITORIES else "state", name=name, country=code, iso3=info["ISO3"],
            numeric=info["ISO-Numeric"], fips=info["fips"], geonames=info["geonameid"], wikidata=more.get("wikidata", ""), capital=info["Capital"],
            population=info["Population"], source="geonames countryInfo")
        names = [guarded(text, guards) for text in split(more.get("names"))]
        context = {"GN": "guinea", "LB": "lebanon", "CU": "cuba"}.get(code)
        for text in [name, info["Country"]]:
            hand_written = [pair for pair in names if pair[0] == text]
            if hand_written:
                continue
            table.surface(id, text, requires=guards.get(context, "") if text in NEVER_BARE else "", note="name")
        for text, requires in names:
            note = "abbreviation" if re.fullmatch(r"[A-Z.&]{2,7}", text) else "short" if " of " not in text else "name"
            table.surface(id, text, case="exact" if note == "abbreviation" else "", requires=requires, note=note)
        for text in split(more.get("adjectives")):
            text, requires = guarded(text, guards)
            table.surface(id, text, requires=requires, note="nationality")
            if people(text):
                table.surface(id, people(text), requires=requires, note="nationality")
        for text in split(more.get("people")):
            text, requires = guarded(text, guards)
            table.surface(id, text, requires=requires, note="nationality")
        for text in split(more.get("government")):
            text, requires = guarded(text, guards)
            table.surface(id, text, requires=requires, note="government")
    add_long_names(free, table)
    add_former(table)
    add_compounds(table)
    for plural, ids in PAIRS.items():
        for id in ids:
            for text in (plural, f"the {plural}", f"two {plural}", f"the two {plural}"):
                table.surface(f"country.{id}", text, note="both")
    return table


def add_long_names(free, table):
    by_fips = {e["fips"]: id for id, e in table.entities.items() if e.get("fips")}
    for row in rows(free / "factbook.tsv"):
        id = by_fips.get(row["factbook"].upper())
        long_name = re.split(r"[;(]", clean(html.unescape(row["long_name"])))[0].strip()
        if id and " " in long_name and long_name not in ("none", "Ireland"):
            table.surface(id, re.sub(r"^The ", "", long_name), note="name")


def add_compounds(table):
    """The first parts of compounds such as Anglo-Dutch. Alone they are names or words."""
    for row in hand("compounds"):
        table.surface(f"country.{row['code'].lower()}", row["form"], requires="next:@type:country", note="nationality")


def add_former(table):
    """States that ended. Later texts name them as well, so their days limit no surface."""
    for row in hand("former-states"):
        id = f"country.{row['id']}"
        table.add(
            id, kind="former-state", name=row["name"], country=row["code"], capital=row["capital"], founded=row["from"],
            ended=row["to"], source="written by hand")
        for text in split(row["names"]):
            acronym = re.fullmatch(r"[A-Z.]{2,5}", text)
            table.surface(id, text, case="exact" if acronym else "", note="abbreviation" if acronym else "former")
        for text in split(row["adjectives"]) + split(row["people"]):
            table.surface(id, text, note="nationality")
            if people(text):
                table.surface(id, people(text), note="nationality")
