"""Cities, first-level regions, parts of the world and famous smaller places."""

import re
from collections import defaultdict

from countries import guarded
from tables import Dictionary, clean, hand, plain, rows, slug, split

COLUMNS = "id kind name country admin1 population latitude longitude geonames iso3166_2 valid_from valid_to source".split()

# Bare names of smaller cities are taken from here up; below, only beside their region or country.
BARE = 100_000
# Countries whose regions and middling cities English-language news names without their country; elsewhere the country has
# to be named in the document: Bo, George, Metro and Southland are words and names more often.
BARE_REGIONS = {"US", "CA", "AU", "DE", "IN", "CN", "RU", "BR", "MX", "UA", "IQ", "AF", "SY", "PK"}
BARE_CITIES = BARE_REGIONS | {"GB", "IE", "NZ", "FR", "IT", "ES", "NL", "BE", "CH", "AT", "PL", "IL", "PS", "IR", "TR", "SE", "NO", "DK", "GR"}
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}
WORDS = {"Ill", "Ind", "Pa", "La", "Miss", "Mass", "Wash", "Del", "Cal", "Ore", "Md", "Mo", "Ga", "Va", "Mont", "Tex", "Penn", "Ala", "Ark", "Kan"}
# States' codes that are words: context is looked for without case, and "Lebanon in" is not in Indiana.
WORDS_TOO = {"IN", "OR", "ME", "OK", "HI", "LA", "DE", "MA", "PA", "OH", "AL", "ID", "CO"}
# Countries whose towns and regions bear the surnames of its people and the names of its firms: Toyota, Miyazaki.
SURNAMES = {"JP", "KR", "CN", "IT"}
CITY_STATES = {"SG", "MC", "VA", "HK", "MO", "GI", "SM", "LU", "DJ", "KW", "PA", "GT"}


def build(free, guards, ambiguity, countries):
    table = Dictionary(COLUMNS)
    regions = admin1_names(free)
    short = {row["name"]: split(row["abbreviations"]) for row in hand("us-states")}
    taken = {surface for (_, surface) in countries.surfaces} | {e["name"] for e in countries.entities.values()}
    add_regions(free, table, guards, ambiguity, taken, short)
    # Asia in the Philippines is no match for the continent.
    parts = {plain(row["name"]) for row in hand("places") if not row["country"]}
    add_cities(free, table, guards, ambiguity, taken | parts, regions, short)
    add_namesakes(table, taken)
    add_hand(table, guards)
    return table


def admin1_names(free):
    """Region names by GeoNames key: the United States' are ISO codes in both tables, others differ and stay empty."""
    names = {}
    for row in rows(free / "regions.tsv"):
        names[row["iso_country"], row["local_code"]] = clean(row["name"])
    canada = {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC", "11": "SK", "12": "YT"}
    australia = {"01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA"}
    for number, code in canada.items():
        names["CA", number] = names.get(("CA", code), "")
    for number, code in australia.items():
        names["AU", number] = names.get(("AU", code), "")
    names["GB", "ENG"], names["GB", "SCT"], names["GB", "WLS"], names["GB", "NIR"] = "England", "Scotland", "Wales", "Northern Ireland"
    return names


# CLDR names these republics of Russia by their peoples.
PEOPLES = {
    "Buryat": "Buryatia", "Chechen": "Chechnya", "Chuvash": "Chuvashia", "Jewish": "Jewish Autonomous Oblast",
    "Kabardino-Balkar": "Kabardino-Balkaria", "Karachay-Cherkess": "Karachay-Cherkessia", "Udmurt": "Udmurtia"}


def add_regions(free, table, guards, ambiguity, taken, short):
    """First-level regions: CLDR's English names, without those that are words or name a city of the same size."""
    generic = re.compile(r"(?i)^(north|south|east|west|central|northern|southern|eastern|western|upper|lower|capital|federal|.*\b(district|region|province|municipality|city|parish|county|islands?))\b|^\w{1,3}$")
    states = {}
    for row in rows(free / "subdivisions.tsv"):
        code, name = row["code"], row["name"]
        country = code[:2].upper()
        if country == "RU":
            name = PEOPLES.get(name, name)
        if country in ("GB", "FR", "UM") or (country, name) in states:
            continue
        states[country, name] = code
    count = names_by_countries(free)
    known_alone = large_cities(free)
    states_of_us = {plain(name) for (country, name) in states if country == "US"}
    large = {"US", "CA", "AU", "IN", "BR", "MX", "DE", "RU", "CN", "JP", "ES", "IT", "UA", "PK", "NG", "ZA", "AR", "IQ", "IR", "AF", "SY", "SD", "BE", "CH", "AT", "PL", "KZ", "ID", "MY", "PH", "CD", "ET", "CO", "VE", "YE", "LY", "EG", "SA", "AE", "MM", "NL", "TR", "KR", "KP", "VN", "TH", "SE", "NO", "FI", "CZ", "HU", "RO", "BG", "GR", "PT", "IE", "DK", "NZ", "CU", "CL", "PE", "BO", "EC", "KE", "TZ", "UG", "CM", "GH", "SN", "ML", "NE", "TD", "SO", "DZ", "MA", "TN", "IL", "JO", "LB", "BD", "LK", "NP", "KH", "LA", "UZ", "TM", "TJ", "KG", "AZ", "GE", "AM", "BY", "RS", "BA", "HR"}
    for (country, name), code in sorted(states.items()):
        if country not in large or (generic.search(name) and country not in ("US", "CA", "AU", "DE")):
            continue
        if country != "US" and (plain(name) in taken or ambiguity.is_common(name)):
            continue
        id = f"place.{slug(name)}-{country.lower()}-region"
        if id in table.entities:
            continue
        table.add(id, kind="region", name=name, country=country, admin1=code[2:].upper(), iso3166_2=f"{country}-{code[2:].upper()}",
            source="CLDR subdivisions")
        requires = ""
        if country == "US":
            requires = guards.get({"Georgia": "georgia-state", "Washington": "washington-state"}.get(name), "")
        elif country not in BARE_REGIONS and not (ambiguity.is_sure(name) and country not in SURNAMES and count.get(plain(name)) == 1) or ambiguity.is_person(name) or plain(name) in states_of_us:
            requires = f"document:@country.{country.lower()}"
        # A large city of the same name is meant unless the text says that it means the region.
        if country != "US" and (plain(name), country) in known_alone:
            requires = "before:$region-before || next:$region-after"
        table.surface(id, name, requires=requires, note="region")
        for abbreviation in short.get(name, []) if country == "US" else []:
            table.surface(id, abbreviation, case="exact", requires="before:@type:place" if abbreviation.isupper() or abbreviation.rstrip(".") in WORDS else "", note="region")


def large_cities(free):
    """Names of cities that are known without their country, with the country."""
    return {(plain(clean(row["name"])), row["country"]) for row in rows(free / "cities.tsv") if int(row["population"] or 0) >= 500_000}


def names_by_countries(free):
    """How many countries have a city or region of each name."""
    countries = defaultdict(set)
    for row in rows(free / "cities.tsv"):
        countries[plain(clean(row["name"]))].add(row["country"])
    for row in rows(free / "subdivisions.tsv"):
        countries[plain(row["name"])].add(row["code"][:2].upper())
    return {name: len(found) for name, found in countries.items()}


def spellings(row):
    name = clean(row["name"])
    forms = [name]
    bare = re.sub(r"\s*\(.*?\)", "", name)
    if bare != name:
        forms.append(bare)
    if re.match(r"(?i)saint ", name):
        forms += ["St. " + name[6:], "St " + name[6:]]
    if re.match(r"St\.? ", name):
        forms.append("Saint " + re.sub(r"^St\.? ", "", name))
    if re.match(r"Fort ", name):
        forms.append("Ft. " + name[5:])
    if re.match(r"Mount ", name):
        forms.append("Mt. " + name[6:])
    if name.endswith(" City") and name not in ("Kansas City",) and row["feature"] == "PPLC":
        forms.append(name[:-5])
    return [form for form in forms if form and "\ufffd" not in form]


def add_cities(free, table, guards, ambiguity, taken, regions, short):
    more = {}
    for row in hand("city-names"):
        more[row["country"], row["name"]] = split(row["surfaces"])
    shared = names_by_countries(free)
    cities = sorted(rows(free / "cities.tsv"), key=lambda r: (-int(r["population"] or 0), r["geonameid"]))
    # Delaware, Ohio, is no match for the state, nor is Florida in Cuba.
    owner = {plain(name): "" for name in short if name not in ("New York", "Washington")}
    for row in cities:
        name, country, population = clean(row["name"]), row["country"], int(row["population"] or 0)
        region = regions.get((country, row["admin1"]), "")
        base = f"place.{slug(name)}-{country.lower()}"
        id = base
        if id in table.entities and region:
            id = f"{base}-{slug(row['admin1'])}"
        if id in table.entities:
            id = f"{base}-{row['geonameid']}"
        if not slug(name):
            continue
        capital = row["feature"] == "PPLC"
        table.add(
            id, kind="capital" if capital else "city", name=name, country=country, admin1=row["admin1"], population=population,
            latitude=row["latitude"], longitude=row["longitude"], geonames=row["geonameid"], source="geonames cities15000")
        forms = more.get((country, plain(name)), []) + spellings(row)
        for form in forms:
            # What news of a war calls a town it is called nowhere else.
            alone, form = form.startswith("*"), form.lstrip("*")
            needed = "" if alone else city_context(form, row, region, capital, population, ambiguity, taken, owner, short, guards, shared)
            table.surface(
                id, form, requires=needed,
                note="capital" if capital else "town" if form == "Washington" else "city")
            owner.setdefault(plain(form), id)


def city_context(form, row, region, capital, population, ambiguity, taken, owner, short, guards, shared):
    """The context that a city's name needs; empty for names that stand for one large city alone."""
    country, key = row["country"], plain(form)
    if form == "Washington" and country == "US" and population > 500_000:
        return guards["washington"]
    if form == "Paris" and country == "FR":
        return guards["paris"]
    beside = "|".join([region, *(s for s in short.get(region, []) if s not in WORDS_TOO)]) if region else ""
    after = f"after:{beside}" if beside else ""
    named = f"document:@country.{country.lower()}"
    common, person, everyday = ambiguity.is_common(form), ambiguity.is_person(form), ambiguity.is_everyday(form)
    if key in taken and not (country in CITY_STATES and capital):
        return after or f"after:@country.{country.lower()}"
    if key in owner or form == "Washington":
        return after or f"after:@country.{country.lower()}"
    if ambiguity.is_grammar(form):
        # "Of Turkey they knew nothing": not even its country behind it tells.
        return "before:$kind-of-town"
    if everyday and not common and population < 1_000_000:
        # A word that prose has seldom: its region may stand anywhere in the sentence, and a larger town is told by its place.
        told = "before:in|at|near|from|outside || next:$place-after" if population >= 50_000 else ""
        return " || ".join(filter(None, [after, told, f"sentence:{region or '@country.' + country.lower()}"]))
    if common and population < 1_000_000:
        return " || ".join(filter(None, [after, "before:in|at|near|from|outside" if population >= 50_000 else ""])) or f"after:@country.{country.lower()}"
    if person and not capital and population < 400_000:
        return " || ".join(filter(None, [after, "before:in|at|near|from|outside|around", named if population >= BARE and country != "US" else ""]))
    if population >= 500_000 or capital or (population >= BARE and country in BARE_CITIES):
        return ""
    if country not in BARE_CITIES:
        return "" if population >= BARE and ambiguity.is_sure(form) and country not in SURNAMES and shared.get(key) == 1 else named
    # Small towns of English-speaking countries bear people's names: "Merrick rejected it" is no town's deed.
    told = "next:$place-after" if country in ENGLISH else named
    return " || ".join(filter(None, [after, "before:in|at|near|from|outside|around|of|to", told]))


# Towns of these great cities' names that have news of their own: London and Dublin, Ohio; Athens, Georgia.
NEWSWORTHY = {"London", "Dublin", "Berlin", "Rome", "Athens"}


def add_namesakes(table, taken):
    """Towns too small for the table above that bear a famous name: Lebanon, Pennsylvania. Never taken without their region;
    the countries of a document weigh them against the famous bearer, but for a state, a region or a great city: those are meant in any
    document that does not say the town's region."""
    great = {}
    for (id, key), cells in table.surfaces.items():
        if int(table.entities[id].get("population") or 0) > 500_000 or table.entities[id]["kind"] in ("capital", "region"):
            great.setdefault(plain(cells[0]), set()).add(table.entities[id]["country"])
    for row in hand("namesakes"):
        country = row["country"]
        known = {plain(e["name"]) for e in table.entities.values() if e["country"] == country}
        for name in split(row["names"]):
            if plain(name) in known:
                continue
            known.add(plain(name))
            id = f"place.{slug(name)}-{country.lower()}-namesake"
            table.add(id, kind="town", name=name, country=country, population=10_000, source="written by hand")
            famous = plain(name) in taken or great.get(plain(name), set()) - {country}
            note = "town" if famous and name not in NEWSWORTHY else "city"
            # "Wheat to Egypt, the U.S. said" is not Egypt in America.
            region = f"@kind:region/{country.lower()}"
            table.surface(
                id, name, requires=f"next:{region}" if famous else f"after:{region}|@country.{country.lower()}", note=note)


def add_hand(table, guards):
    """Parts of the world, seas, straits and places that are famous without being large."""
    for row in hand("places"):
        id = f"place.{slug(row['name'])}" + (f"-{row['country'].lower()}" if row["country"] else "")
        others = (id, f"{id}-region") if row["kind"] == "place" else (f"{id}-region", id)
        known = next((i for i in others if i in table.entities), None)
        if not known:
            table.add(id, kind=row["kind"], name=row["name"], country=row["country"], source="written by hand")
        if known:
            # A famous place needs no words that tell it from its namesakes.
            table.surfaces[known, plain(row["name"])] = (row["name"], "", "", "", "", row["kind"])
        for text in split(row["surfaces"]):
            text, requires = guarded(text, guards)
            table.surface(known or id, text, requires=requires, note=row["kind"])
