#!/usr/bin/env python3
"""Builds the shipped dictionaries from free tables and from the tables written by hand beside this script.

usage: build.py [OUTPUT-FOLDER]

Writes the shipped dictionaries anew unless told to write elsewhere. The output is the same on every machine.
"""

import pathlib
import re
import sys

import ambiguity
import countries
import facilities
import namesakes
import operators
import organisations
import places
from tables import hand, plain, split

HERE = pathlib.Path(__file__).resolve().parent


def main():
    free = HERE / "free"
    output = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent
    guards = {row["name"]: row["requires"] for row in hand("guards")}
    doubt = ambiguity.Ambiguity(free)

    states = countries.build(free, guards)
    towns = places.build(free, guards, doubt, states)
    named = {key for _, key in towns.surfaces} | {key for _, key in states.surfaces}
    named |= {plain(e["name"]) for e in states.entities.values()}
    sites = facilities.build(free, guards, doubt, named)
    bodies = organisations.build(free, doubt, named, states, {key for _, key in sites.surfaces})
    united = namesakes.unite(bodies)
    bodies.national = {key: united.get(id, id) for key, id in bodies.national.items()}
    namesakes.unite(sites)
    namesakes.tell_apart(
        [states, bodies, sites], lambda entity: f"sentence:${organisations.CONTEXT.get(entity['kind']) or facilities.CONTEXT.get(entity['kind'], 'agency')}")
    states.write(output, "countries", [
        "Countries, territories and states that ended: names, nationalities, seats of government.",
        "Facts: GeoNames countryInfo (CC BY 4.0), CIA World Factbook (CC0), and facts written by hand (CC0). See README.md."])
    towns.write(output, "places", [
        "Cities, first-level regions, parts of the world and famous smaller places.",
        "Facts: GeoNames cities15000 (CC BY 4.0, state of 2015), Unicode CLDR 41 (Unicode licence), and facts written by hand (CC0)."])
    bodies.write(output, "organisations", [
        "International bodies, governments' bodies, companies, armed groups, parties, media, sport.",
        "Facts: CIA World Factbook (CC0; parties) and facts written by hand (CC0)."])
    sites.write(output, "facilities", [
        "Nuclear power plants and their units, other nuclear sites, power plants, ports, bases, airports, pipelines.",
        "Facts: WRI Global Power Plant Database 1.3 (CC BY 4.0), sea-ports (MIT), and facts written by hand (CC0)."])
    operators.write(output, operators.build(sites, bodies))
    write_contexts(output)
    write_cues(output)
    write_national(output, bodies.national)
    write_agencies(output)
    for name, table in (("countries", states), ("places", towns), ("organisations", bodies), ("facilities", sites)):
        print(f"{name}: {len(table.entities)} entities, {len(table.surfaces)} surfaces")


def write_national(output, bodies):
    """The bodies that a bare name stands for, by the country that a document is about."""
    with open(output / "national-bodies.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("# Bodies that many states have, by the bare name that each state's own news uses: facts written by hand (CC0).\n")
        out.write("name\tcountry\torganisation\tonly\n")
        for (name, country), id in sorted(bodies.items()):
            # Only the United States put the subject first: other states have departments "of Justice".
            only = "\tyes" if country == "US" and name.endswith(" Department") else ""
            out.write(f"{name}\t{country}\t{id}{only}\n")


def write_agencies(output):
    """The spellings of the organisations that are news agencies, for bylines, datelines and credits."""
    agencies = {}
    for row in hand("organisations-news-agencies"):
        for text in [row["name"], *split(row["surfaces"]), *split(row["spellings"])]:
            spelling = re.sub(r"\{.*", "", text).lstrip("~^")
            if spelling in agencies:
                raise ValueError(f"two news agencies are spelled {spelling}")
            agencies[spelling] = row["agency"] or row["name"]
    (output / "pages").mkdir(exist_ok=True)
    with open(output / "pages" / "agencies.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("# The news agencies that a byline, a dateline or a credit may name: facts written by hand (CC0).\n")
        out.write("# Written by build/build.py from build/tables/organisations-news-agencies.tsv, which organisations.tsv is made from too.\n")
        out.write("spelling\tagency\n")
        for spelling, agency in agencies.items():
            out.write(f"{spelling}\t{agency}\n")


def write_contexts(output):
    """`$name` in a `requires` stands for the phrases of that name, a phrase a line."""
    lines = sorted({(row["name"], phrase) for row in hand("contexts") for phrase in row["phrases"].split("|") if phrase})
    with open(output / "contexts.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("# Sets of phrases that `requires` names with $: facts of usage written by hand (CC0).\nname\tphrase\n")
        for name, phrase in lines:
            out.write(f"{name}\t{phrase}\n")


def write_cues(output):
    """Words that only one country's news uses of itself: its money, its courts, its offices."""
    lines = sorted({(row["country"], phrase, row["weight"]) for row in hand("country-cues") for phrase in split(row["phrases"])})
    with open(output / "country-cues.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("# Words that tell the country a text was written in or is about, of themselves: facts of usage written by hand (CC0).\n")
        out.write("country\tphrase\tweight\n")
        for country, phrase, weight in lines:
            out.write(f"{country}\t{phrase}\t{weight}\n")

    with open(output / "exchanges.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("# Stock exchanges as wires mark them behind a ticker, <BAYG.F>: facts written by hand (CC0).\n")
        out.write("code\tcountry\texchange\n")
        for row in sorted(hand("exchanges"), key=lambda row: row["code"]):
            out.write("\t".join([row["code"], row["country"], row["exchange"]]) + "\n")


if __name__ == "__main__":
    main()
