"""Nuclear power plants and their units, other nuclear sites, power plants, ports, and places of defence, energy and transport."""

import re

from tables import HERE, Dictionary, clean, hand, plain, rows, slug, split

COLUMNS = "id kind name country latitude longitude operator units part_of status capacity_mw gppd unlocode iata valid_from valid_to source".split()
STATUS = {"": "operating", "s": "shut-down", "c": "under-construction", "p": "planned"}
# How news writes a plant's full name after its own: everywhere, and in some countries.
# A plant whose name is also a person's, a town's or a word has its noun right beside it, and no officer's title.
# Nor does it speak, or have sheriffs.
OTHERS = "!next:$no-plant"
# One of several in a list: "the Doel and Tihange plants".
LISTED = "list:$plants|@kind:nuclear-power-plant"
TIGHT = f"before:$plant-cue || after:$plant-cue || {LISTED} || !before:By|Officer|Mr|Mrs|Ms|Dr|Sen|Rep || " + OTHERS
# What news calls a plant of a known name when it does not call it nuclear: "unit 6 at the Davis-Besse plant".
PLAIN_NOUNS = ["plant", "station", "site", "complex", "reactor", "reactors"]
# A company or university that gives its name to its plant or reactor is that only where a report asks for a facility.
HEADER = {
    "fuel-plant": "before:Facility", "enrichment-plant": "before:Facility || near:enrich*|centrifuge*|diffusion|uranium",
    "research-reactor": "before:Facility || near:research reactor*|test reactor*|training reactor*|reactor|TRIGA"}
NUCLEAR_NOUNS = ["nuclear power plant", "nuclear power station", "nuclear plant", "nuclear station", "NPP", "atomic power plant", "nuclear complex", "nuclear power complex", "nuclear facility"]
NUCLEAR_NOUNS_IN = {
    "US": ["Power Plant", "Energy Center", "Generating Plant", "Nuclear Generating Plant", "Nuclear Power Station", "Atomic Power Station", "ISFSI", "Nuclear Generating Station", "Nuclear Station", "Nuclear Power Plant", "Nuclear Plant", "generating station", "Steam Electric Station", "Power Station", "Nuclear"],
    "CA": ["Nuclear Generating Station", "generating station"], "GB": ["power station"], "IN": ["Atomic Power Station", "power plant"],
    "UA": ["atomic power station", "nuclear facility", "power plant"], "JP": ["nuclear facility"]}


def build(free, guards, ambiguity, places):
    table = Dictionary(COLUMNS)
    add_nuclear_plants(free, table, ambiguity, places)
    for path in sorted(HERE.glob("facilities-*.tsv")):
        for row in rows(path):
            add_site(table, row, ambiguity, places)
    for path in sorted(HERE.glob("sites-*.tsv")):
        for row in rows(path):
            for entry in split(row["names"]):
                name, *others = entry.split("=")
                add_site(table, {**row, "name": name.lstrip("~"), "surfaces": ";".join(others)}, ambiguity, places)
    add_power_plants(free, table, ambiguity, places)
    add_ports(free, table, places)
    return table


def units(text):
    """`s1,2-3,c4` is units 1 to 4 with their states."""
    for part in filter(None, text.split(",")):
        state, first, last = re.fullmatch(r"([scp]?)(\d+)(?:-(\d+))?", part.strip()).groups()
        for number in range(int(first), int(last or first) + 1):
            yield number, STATUS[state]


def add_nuclear_plants(free, table, ambiguity, places):
    coordinates = {}
    iso3 = {}
    from countries import read_geonames
    for info in read_geonames(free):
        iso3[info["ISO3"]] = info["ISO"]
    for row in rows(free / "power-plants.tsv"):
        if row["primary_fuel"] == "Nuclear":
            coordinates[iso3.get(row["country"]), row["name"]] = (row["latitude"], row["longitude"], row["gppd_idnr"])
    for row in hand("nuclear-plants"):
        short, country = row["short"], row["country"]
        latitude, longitude, gppd = "", "", ""
        for (where, name), found in coordinates.items():
            if row["gppd"] and where == country and name.startswith(row["gppd"]):
                latitude, longitude, gppd = found
                break
        if row["latlon"]:
            latitude, longitude = row["latlon"].split(",")
        states = list(units(row["units"]))
        status = next((s for s in STATUS.values() if any(state == s for _, state in states)), "operating")
        id = f"fac.{slug(short)}"
        full = short if re.search(r"(?i)station|project|nuclear", short) else f"{short} nuclear power plant"
        table.add(
            id, kind="nuclear-power-plant", name=full, country=country, latitude=latitude, longitude=longitude,
            units=" ".join(str(n) for n, _ in states), status=status, gppd=gppd,
            source="written by hand; coordinates of GPPD 1.3 where it has them")
        alone, beside = split(row["surfaces"]), split(row["context-surfaces"])
        stems = {short, *(s for s in beside if not re.search(r"\d$", s))}
        for stem in sorted(stems):
            for noun in NUCLEAR_NOUNS + NUCLEAR_NOUNS_IN.get(country, []):
                if not re.search(r"(?i)nuclear|station|project|plant", stem) and len(stem) > 3:
                    for form in initialled(stem):
                        table.surface(id, f"{form} {noun}")
        for text in alone:
            table.surface(id, text)
            if not re.search(r"(?i)nuclear|station|plant|reactor|NPP|AES|power|project|atomic|generating|energy|yankee|[0-9]|\b[A-DI]+$", text):
                for noun in PLAIN_NOUNS:
                    table.surface(id, f"{text} {noun}")
        for text in beside:
            doubtful = ambiguity.is_common(text) or ambiguity.is_person(text) or plain(text) in places or len(text) < 5
            table.surface(id, text, requires=TIGHT if doubtful else f"near:$plant || next:1|2|3|4|5|6|7|8 || {LISTED} || {OTHERS}")
            if not re.search(r"(?i)nuclear|station|plant|reactor|NPP|power|[0-9]", text):
                for noun in ("plant", "reactor", "reactors"):
                    table.surface(id, f"{text} {noun}", requires="document:nuclear|atomic")
        if short not in alone + beside and not re.search(r"(?i)nuclear|station|project|plant|energy", short):
            table.surface(id, short, requires=f"after:$nuclear-plants || list:$nuclear-plants || {OTHERS}")
        for number, state in states:
            unit = f"{id}#{number}"
            if unit in table.entities:
                continue
            table.add(
                unit, kind="reactor", name=f"{short}-{number}", country=country, latitude=latitude, longitude=longitude,
                part_of=id, status=state, source="written by hand")


def initialled(name):
    """"Virgil C. Summer" and how news shortens it: V.C. Summer, V. C. Summer, VC Summer."""
    yield name
    first = re.fullmatch(r"([A-Z])[a-z]+ ((?:[A-Z]\.? )?)([A-Z]\w+)", name)
    if first and first[2]:
        middle = first[2][0]
        yield f"{first[1]}.{middle}. {first[3]}"
        yield f"{first[1]}. {middle}. {first[3]}"
        yield f"{first[1]}{middle} {first[3]}"


def add_site(table, row, ambiguity, places):
    name, kind, country = clean(row["name"]), row["kind"], row["country"]
    id = f"fac.{slug(name)}"
    if id in table.entities:
        id = f"{id}-{country.lower()}"
    if id in table.entities:
        return
    latitude, longitude = (row.get("latlon") or ",").split(",")[:2]
    table.add(
        id, kind=kind, name=name, country=country, latitude=latitude, longitude=longitude, operator=row.get("operator", ""),
        iata=row.get("iata", ""), source="written by hand")
    cue = CONTEXT.get(kind, "plant")
    for text in [name, *split(row["surfaces"])]:
        marked = text.startswith("~")
        text = text.lstrip("~")
        # Three letters are many things: ISS is a space station and a proxy adviser.
        bare = marked or re.fullmatch(r"[A-Z]{2,3}", text) or (" " not in text and ambiguity.is_common(text)) or plain(text) in places or ambiguity.is_person(text)
        table.surface(id, text, requires=HEADER[kind] if marked and kind in HEADER else f"near:${cue}" if bare else "")
        if text.endswith(" International Airport"):
            table.surface(id, text.removesuffix(" International Airport") + " airport", requires="")


CONTEXT = {
    "research-reactor": "nuclear", "enrichment-plant": "nuclear", "reprocessing-plant": "nuclear", "fuel-plant": "nuclear",
    "weapons-laboratory": "nuclear", "test-site": "nuclear", "waste-site": "nuclear", "uranium-mine": "nuclear", "nuclear-site": "nuclear",
    "heavy-water-plant": "nuclear", "nuclear-power-plant": "nuclear", "reactor": "nuclear", "power-plant": "power",
    "hydroelectric-plant": "power", "dam": "power", "refinery": "oil", "oil-terminal": "oil", "oil-field": "oil",
    "lng-terminal": "gas", "gas-field": "gas", "pipeline": "gas", "port": "port", "airport": "airport", "air-base": "military",
    "naval-base": "military", "military-base": "military", "missile-base": "military", "spaceport": "space", "shipyard": "port",
    "laboratory": "education", "prison": "military",
}

FUEL_NOUNS = {"Hydro": ["hydroelectric plant", "dam", "hydroelectric power plant", "hydropower plant"], "Coal": ["power plant", "power station", "coal plant", "coal-fired power plant"],
    "Gas": ["power plant", "power station"], "Oil": ["power plant", "power station"], "Wind": ["wind farm"], "Solar": ["solar farm", "solar plant", "solar park"],
    "Geothermal": ["geothermal plant", "power plant"], "Waste": ["power plant"], "Biomass": ["power plant"]}
SMALLEST = {"Hydro": 130, "Coal": 250, "Gas": 300, "Oil": 300, "Wind": 150, "Solar": 80, "Geothermal": 50, "Waste": 60}


def add_power_plants(free, table, ambiguity, places):
    """Large plants of the Global Power Plant Database: they are named by their noun ("Drax power station"), never bare."""
    iso3 = {}
    from countries import read_geonames
    for info in read_geonames(free):
        iso3[info["ISO3"]] = info["ISO"]
    nouns = re.compile(r"(?i)\s*\b(hydroelectric|hydro|thermal|nuclear|coal|gas|oil|geothermal|wind|solar|combined cycle|ccgt|ocgt|gt|power|plant|station|project|powerhouse|farm|dam|hep|hpp|tpp|chp|i|ii|iii|iv|v|\d+|ccpp|generating|energy|center|centre|facility|units?|cogeneration|steam|electric|[a-d])\b.*$")
    for row in rows(free / "power-plants.tsv"):
        fuel, country = row["primary_fuel"], iso3.get(row["country"], "")
        if fuel == "Nuclear" or fuel not in FUEL_NOUNS or not country or float(row["capacity_mw"] or 0) < SMALLEST.get(fuel, 200):
            continue
        name = clean(re.sub(r"\(.*?\)", "", row["name"])).replace("\ufffd", "")
        if "\ufffd" in row["name"]:
            continue
        name = name.removesuffix(row["country_long"]).strip(" -,")
        stem = nouns.sub("", name).strip(" -,&/")
        if len(stem) < 4 or not stem[0].isalpha() or not stem[0].isupper() or len(stem.split()) > 4:
            continue
        noun = FUEL_NOUNS[fuel][0]
        id = f"fac.{slug(stem)}-{slug(noun)}"
        if id in table.entities and table.entities[id]["country"] != country:
            id = f"{id}-{country.lower()}"
        if id in table.entities:
            # Blocks of one plant are rows of their own in the source.
            known = table.entities[id]
            known["capacity_mw"] = f"{float(known.get('capacity_mw') or 0) + float(row['capacity_mw']):g}"
            known["gppd"] = " ".join(filter(None, [known.get("gppd"), row["gppd_idnr"]]))
            continue
        kind = {"Hydro": "hydroelectric-plant", "Wind": "wind-farm", "Solar": "solar-plant"}.get(fuel, "power-plant")
        table.add(
            id, kind=kind, name=f"{stem} {noun}", country=country, latitude=row["latitude"], longitude=row["longitude"],
            operator=clean(row["owner"]) if "\ufffd" not in row["owner"] else "", status="operating", capacity_mw=row["capacity_mw"], gppd=row["gppd_idnr"],
            source="GPPD 1.3, Global Energy Observatory rows")
        for noun in FUEL_NOUNS[fuel]:
            if noun == "dam":
                noun = "Dam"
            table.surface(id, f"{stem} {noun}", requires=f"document:@country.{country.lower()}" if ambiguity.is_common(stem) or ambiguity.is_person(stem) or plain(stem) in places else "")


def add_ports(free, table, places):
    from countries import read_geonames
    codes = {info["ISO"] for info in read_geonames(free)}
    for port in rows(free / "ports.tsv"):
        code = port["code"]
        name = clean(re.sub(r"\s*\(.*?\)|\s+Port$|^Port of ", "", port["name"]))
        country = code[:2]
        if country not in codes or not name or "," in name or "/" in name:
            continue
        id = f"fac.port-of-{slug(name)}-{country.lower()}"
        if id in table.entities:
            continue
        table.add(
            id, kind="port", name=f"Port of {name}", country=country, latitude=port["latitude"], longitude=port["longitude"], unlocode=code,
            source="sea-ports")
        for form in (f"Port of {name}", f"port of {name}", f"{name} port", f"{name} harbour", f"{name} harbor"):
            table.surface(id, form)
