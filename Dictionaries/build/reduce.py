#!/usr/bin/env python3
"""Reduces the free tables to what `build.py` reads of them, and writes that into `free/` beside this script.

usage: reduce.py ORIGINALS

Only a newer edition of a free table needs this. ORIGINALS is a folder with the files as their publishers give them:

    geonames-countryInfo.txt          https://download.geonames.org/export/dump/countryInfo.txt
    geonames-cities15000.tsv          https://download.geonames.org/export/dump/cities15000.zip, with a header line
    factbook-countries.jsonl          CIA World Factbook, a country a line: `factbook` (its code) and its fields by name
    iptc-mediatopics-2023-10-24.csv   https://cv.iptc.org/newscodes/mediatopic
    cldr41/subdivisions-en.xml        https://unicode.org/Public/cldr/41
    ourairports-regions.csv           https://ourairports.com/data/regions.csv
    gppd/database_GEODB.csv           WRI Global Power Plant Database 1.3, its rows from the Global Energy Observatory
    sea-ports.json                    https://github.com/marchah/sea-ports
"""

import html
import json
import pathlib
import re
import sys
from collections import Counter

from facilities import FUEL_NOUNS, SMALLEST
from tables import clean, rows

FREE = pathlib.Path(__file__).resolve().parent / "free"
# Below this number of times a word in lower case may be a slip of the pen.
COMMON = 3


def write(name, source, columns, table):
    with open(FREE / name, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# {source}\n" + "\t".join(columns) + "\n")
        for cells in table:
            file.write("\t".join(re.sub(r"[\t\r\n]", " ", str(cell)) for cell in cells).rstrip("\t") + "\n")


def columns_of(table, columns):
    return ([row[column] for column in columns] for row in table)


def country_info(path):
    names = None
    with open(path, encoding="utf-8-sig") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#ISO\t"):
                names = cells
            elif not line.startswith("#") and names and len(cells) > 7:
                yield dict(zip(["ISO", *names[1:]], cells))


def prose_words(*texts):
    counts = Counter()
    for word in re.findall(r"(?<![\w'-])[a-z]{3,}(?![\w'-])", html.unescape("".join(texts))):
        counts[word] += 1
    return sorted(word for word, count in counts.items() if count >= COMMON)


def large_plants(path):
    for row in rows(path, ","):
        fuel, power = row["primary_fuel"], float(row["capacity_mw"] or 0)
        if "\ufffd" not in row["name"] and (fuel == "Nuclear" or fuel in FUEL_NOUNS and power >= SMALLEST.get(fuel, 200)):
            yield row


def main():
    originals = pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    FREE.mkdir(exist_ok=True)

    columns = ["ISO", "ISO3", "ISO-Numeric", "fips", "Country", "Capital", "Population", "geonameid"]
    write(
        "countries.tsv", "GeoNames countryInfo, https://www.geonames.org, CC BY 4.0.", columns,
        columns_of(country_info(originals / "geonames-countryInfo.txt"), columns))
    columns = ["geonameid", "name", "latitude", "longitude", "feature", "country", "admin1", "population"]
    write(
        "cities.tsv", "GeoNames cities15000 of 2015, https://www.geonames.org, CC BY 4.0.", columns,
        columns_of(rows(originals / "geonames-cities15000.tsv"), columns))
    names = re.findall(
        r'<subdivision type="([a-z]{2}\w+)">([^<]+)</subdivision>',
        (originals / "cldr41" / "subdivisions-en.xml").read_text(encoding="utf-8"))
    write(
        "subdivisions.tsv", "Unicode CLDR 41, copyright 1991-2022 Unicode, Inc., Unicode licence: UNICODE-LICENCE.txt.",
        ["code", "name"], ((code, clean(name.replace("&amp;", "&"))) for code, name in names))
    columns = ["iso_country", "local_code", "name"]
    write(
        "regions.tsv", "OurAirports, https://ourairports.com/data, public domain.", columns,
        ([row[column] for column in columns] for row in rows(originals / "ourairports-regions.csv", ",")
         if row["iso_country"] in ("US", "CA", "AU")))
    columns = ["country", "country_long", "name", "gppd_idnr", "capacity_mw", "latitude", "longitude", "primary_fuel", "owner"]
    write(
        "power-plants.tsv", "WRI Global Power Plant Database 1.3, Global Energy Observatory rows, CC BY 4.0.", columns,
        columns_of(large_plants(originals / "gppd" / "database_GEODB.csv"), columns))
    ports = json.loads((originals / "sea-ports.json").read_text(encoding="utf-8"))
    write(
        "ports.tsv", "sea-ports, copyright 2016 marchah, MIT licence: SEA-PORTS-LICENCE.txt.",
        ["code", "name", "latitude", "longitude"],
        ((code, port["name"], *reversed((port.get("coordinates") or ["", ""])[:2])) for code, port in sorted(ports.items())))
    factbook = (originals / "factbook-countries.jsonl").read_text(encoding="utf-8")
    facts = [json.loads(line) for line in factbook.splitlines()]
    write(
        "factbook.tsv", "CIA World Factbook, public domain.", ["factbook", "long_name", "parties"],
        ((row["factbook"], row.get("Country name", {}).get("conventional long form", {}).get("text", ""),
          row.get("Political parties", {}).get("text", "")) for row in facts))
    notes = (originals / "iptc-mediatopics-2023-10-24.csv").read_text(encoding="utf-8", errors="replace")
    with open(FREE / "prose-words.txt", "w", encoding="utf-8", newline="\n") as file:
        file.write(
            f"# Words that the CIA World Factbook (public domain) and the IPTC Media Topics (CC BY 4.0) write in lower case {COMMON} times or more.\n")
        file.writelines(word + "\n" for word in prose_words(factbook, notes))


if __name__ == "__main__":
    main()
