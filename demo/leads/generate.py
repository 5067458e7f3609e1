"""Makes prospects.csv: invented people at invented companies, in the sectors and places of ../maven-crm/accounts.csv."""

import csv
import random
from pathlib import Path

HERE = Path(__file__).parent
FIRST = (
    "Alva Bram Cleo Dario Elin Fynn Greta Hugo Ines Jarl Kira Levin Malu Nico Oda Pepe Runa Silas Tilda Ugo Vera Wim "
    "Xenia Yara Zeno Amara Bodo Carla Dunja Emre"
).split()
LAST = (
    "Abelwood Birkhain Caldermoor Dornfeld Elsbrook Farnhaug Grauwacke Holmestad Immerthal Jarnvik Kestermann Lindqvale "
    "Morgental Nordhaven Ostermoor Pellworth Quellberg Rosenvik Steinbruck Talbergen Uferstein Vossmark Waldecker "
    "Ysenbrand Zirbelau"
).split()
HEAD = "Arbo Brisk Corda Delvo Ember Finka Glint Harbo Indra Jolt Kelda Lumen Mirra Novo Orbit Plexa Quanta Rivo".split()
TAIL = {
    "medical": "Clinic Diagnostics Care",
    "retail": "Stores Market Goods",
    "software": "Systems Labs Software",
    "finance": "Capital Payments Bank",
    "telecommunications": "Networks Telecom Link",
    "marketing": "Media Studio Brands",
    "technolgy": "Devices Robotics Tech",
    "entertainment": "Games Pictures Sound",
    "services": "Partners Services Advisory",
    "employment": "Staffing People Talent",
}
TITLES = ["Head of Purchasing", "Operations Manager", "IT Manager", "Managing Director", "Head of Sales", "Plant Manager"]
SIZES = ["1-10", "11-50", "51-200", "201-1000", "1000+"]


def main() -> None:
    dice = random.Random(20260302)
    with (HERE / "../maven-crm/accounts.csv").open(encoding="utf-8") as file:
        accounts = list(csv.DictReader(file))
    rows = []
    for n in range(230):
        like = dice.choice(accounts)
        company = f"{dice.choice(HEAD)}{dice.choice(['', 'n', 'x'])} {dice.choice(TAIL[like['sector']].split())}"
        first, last = dice.choice(FIRST), dice.choice(LAST)
        domain = company.lower().replace(" ", "-") + ".example"
        email = f"{first}.{last}@{domain}".lower() if dice.random() < 0.93 else ""
        phone = f"+1 555 {dice.randrange(100, 200):03} {dice.randrange(10000):04}" if dice.random() < 0.6 or not email else ""
        place = like["office_location"].replace("Philipines", "Philippines").replace("Brasil", "Brazil")
        rows.append([first, last, email, phone, company, dice.choice(TITLES), place, like["sector"].replace("technolgy", "technology"), dice.choice(SIZES)])
    # What every bought list has: the same person twice, a person spelt in two ways, cells that cannot be read.
    rows.append(list(rows[7]))
    twin = list(rows[11])
    twin[0], twin[2], twin[3] = twin[0][0] + ".", f"info.{twin[1].lower()}@mail.example", ""
    rows.append(twin)
    other = list(rows[23])
    other[1], other[2] = other[1][:-1] + "e", f"{other[0].lower()}@mail.example"
    rows.append(other)
    rows[41][2] = "not known"
    rows[97][2] = rows[97][2].replace("@", " at ") or "a at b"
    with (HERE / "prospects.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["First name", "Last name", "Work email", "Phone", "Company", "Job title", "Country", "Industry", "Company size"])
        out.writerows(rows)


main()
