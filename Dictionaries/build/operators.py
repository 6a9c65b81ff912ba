"""Who ran a nuclear plant and when: `facilities.operators.tsv`."""

import datetime

from tables import hand, plain, slug, split

COLUMNS = "id operator organisation valid_from valid_to source".split()


def build(sites, bodies):
    """Lines of COLUMNS in order: from `facility-operators.tsv`, and for the plants that it leaves out from `nuclear-plants.tsv`."""
    organisations = by_name(bodies)
    periods = {}
    for row in hand("facility-operators"):
        for plant in split(row["plants"]):
            plant, _, unit = plant.partition("#")
            id = f"fac.{slug(plant)}" + (f"#{unit}" if unit else "")
            if id not in sites.entities or id in periods:
                raise ValueError(f"facility-operators.tsv: no such facility, or twice: {id}")
            periods[id] = list(parse(split(row["operators"])))
    for plant in sorted({id.partition("#")[0] for id in periods if "#" in id}):
        units = [id for id in sites.entities if id.startswith(plant + "#")]
        if plant in periods or any(unit not in periods for unit in units):
            raise ValueError(f"facility-operators.tsv: {plant} has lines of its own beside its units', or of some units alone")
        periods[plant] = list(joined([period for unit in units for period in periods[unit]]))
    for row in hand("nuclear-plants"):
        if row["operator"]:
            periods.setdefault(f"fac.{slug(row['short'])}", [("", "", row["operator"])])
    for id, found in sorted(periods.items(), key=lambda item: item[0].encode()):
        for first, last, operator in found:
            yield id, operator, organisations.get(plain(operator), ""), first, last, "written by hand"


def by_name(bodies):
    """Organisations by their names, and by what else only one of them is called without context."""
    found = {}
    for (id, key), (_, _, requires, *_) in bodies.surfaces.items():
        if not requires and found.setdefault(key, id) != id:
            found[key] = ""
    return {**found, **{plain(entity["name"]): id for id, entity in bodies.entities.items()}}


def parse(entries):
    """`A; 1990-06 B; 2001 C` is A to May 1990, B to 2000, then C."""
    starts = []
    for number, entry in enumerate(entries):
        day, _, operator = entry.partition(" ")
        if not day[:4].isdigit():
            if number:
                raise ValueError(f"facility-operators.tsv: no day before {entry}")
            day, operator = "", entry
        starts.append((day + "-01-01"[len(day) - 4:] if day else "", operator))
    if [day for day, _ in starts] != sorted({day for day, _ in starts}):
        raise ValueError(f"facility-operators.tsv: days out of order: {entries}")
    for (day, operator), (following, _) in zip(starts, [*starts[1:], ("", "")]):
        yield day, day_before(following) if following else "", operator


def day_before(day):
    return str(datetime.date.fromisoformat(day) - datetime.timedelta(days=1))


def joined(periods):
    """The operators of several units: parted wherever one of them changes, so that lines of one time have its days in common."""
    starts = sorted({first for first, _, _ in periods})
    for start, following in zip(starts, [*starts[1:], ""]):
        for operator in sorted({who for first, last, who in periods if first <= start and (not last or last >= start)}):
            yield start, day_before(following) if following else "", operator


def write(output, lines):
    with open(output / "facilities.operators.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("# Who ran a nuclear plant and when: facts written by hand (CC0). No first day: from the beginning; no last: to this day.\n")
        out.write("\t".join(COLUMNS) + "\n")
        for line in lines:
            out.write("\t".join(line) + "\n")
