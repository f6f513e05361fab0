#!/usr/bin/env python3
"""Writes the three files of the bundled demo: one invented company, seen in May 2021 and in September 2026.

    pip install xlsxwriter
    python3 make_demo.py

The same script gives the same bytes every time. People and what they hold are written out below by hand, so that every
planted case has a name; only the day within a month, MCIDs and private addresses come from a random generator with a fixed seed. Titles, validity
and retirement dates come from ../catalog/certifications.toml; a skill that could not have been earned that day stops the script.

How skills are written:   NAME@YYYY-MM[-DD][>YEAR][!STATUS]
    NAME     an entry of TRACKS: the certification together with its exams; with c: in front the certification alone,
             with e: the exams alone; otherwise the id of an exam, an assessment or an old certification
    >YEAR    renewed, so that the certification expires in that year
    !STATUS  the ActivationStatus to print, whatever the dates say
"""
import csv
import datetime as dt
import pathlib
import random
import tomllib
import unicodedata

import xlsxwriter

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20210519
COMPANY, DOMAIN, PRIVATE = "Tarnelle Systems", "tarnelle.example", "mailbox.example"
REPORT_DAY = dt.date(2021, 5, 19)
TRAINING_DAY = dt.date(2026, 9, 15)
SHORT_VALIDITY_FROM = dt.date(2021, 6, 30)  # certifications earned before are valid for 24 months
GLOBAL_ID, LOCATIONS = "6120400", {"L": ("6120417", "Lyon", "France"), "S": ("6120933", "Singapore", "Singapore")}

# Certification -> (first day, exams) in the order of the years: the last set that had begun is the one taken.
TRACKS = {
    "admin": ("azure-administrator-associate", [("2019-01", "AZ-103"), ("2020-04", "AZ-104")]),
    "arch": ("azure-solutions-architect-expert", [("2018-11", "AZ-300 AZ-301"), ("2020-07", "AZ-303 AZ-304"), ("2021-11", "AZ-305")]),
    "dev": ("azure-developer-associate", [("2019-01", "AZ-203"), ("2020-04", "AZ-204")]),
    "devops": ("devops-engineer-expert", [("2018-12", "AZ-400")]),
    "azsec": ("azure-security-engineer-associate", [("2019-01", "AZ-500")]),
    "m365sec": ("m365-security-administrator-associate", [("2019-02", "MS-500")]),
    "endpoint": ("endpoint-administrator-associate", [("2018-11", "MD-100 MD-101"), ("2023-05", "MD-102")]),
    "m365admin": ("m365-administrator-expert", [("2018-11", "MS-100 MS-101"), ("2023-07", "MS-102")]),
    "teams": ("teams-administrator-associate", [("2019-12", "MS-700")]),
    "mail": ("m365-messaging-administrator-associate", [("2020-09", "MS-203")]),
    "dataeng": ("azure-data-engineer-associate", [("2019-01", "DP-200 DP-201"), ("2021-02", "DP-203")]),
    "datasci": ("azure-data-scientist-associate", [("2019-01", "DP-100")]),
    "aieng": ("azure-ai-engineer-associate", [("2019-01", "AI-100"), ("2021-02", "AI-102")]),
    "bi": ("power-bi-data-analyst-associate", [("2020-07", "DA-100"), ("2022-02", "PL-300")]),
    "dba": ("azure-database-administrator-associate", [("2020-06", "DP-300")]),
    "sales": ("d365-sales-functional-consultant-associate", [("2019-01", "MB-200 MB-210"), ("2021-01", "PL-200 MB-210")]),
    "flow": ("power-platform-functional-consultant-associate", [("2021-01", "PL-200")]),
    "robot": ("power-automate-rpa-developer-associate", [("2022-01", "PL-500")]),
    "service": ("d365-customer-service-functional-consultant-associate", [("2022-01", "MB-230")]),
    "m365fund": ("m365-fundamentals", [("2018-10", "MS-900")]),
    "agents": ("m365-copilot-and-agent-administration-fundamentals", [("2025-11", "")]),
    "net": ("azure-network-engineer-associate", [("2021-09", "AZ-700")]),
    "avd": ("azure-virtual-desktop-specialty", [("2021-07", "AZ-140")]),
    "hybrid": ("windows-server-hybrid-administrator-associate", [("2022-03", "AZ-800 AZ-801")]),
    "cloudsec": ("cloud-and-ai-security-engineer-associate", [("2026-06", "SC-500")]),
    "secops": ("security-operations-analyst-associate", [("2021-06", "SC-200")]),
    "ident": ("identity-and-access-administrator-associate", [("2021-06", "SC-300")]),
    "infosec": ("information-security-administrator-associate", [("2025-03", "")]),
    "cyber": ("cybersecurity-architect-expert", [("2022-06", "SC-100")]),
    "fabana": ("fabric-analytics-engineer-associate", [("2024-02", "")]),
    "fabeng": ("fabric-data-engineer-associate", [("2025-01", "")]),
    "aiapps": ("azure-ai-apps-and-agents-developer-associate", [("2026-05", "")]),
    "copilot": ("github-copilot", [("2025-01", "")]),
}

# Where a skill counts in the report of 2021: the requirements of the competencies as far as they are known, option by option.
APP_DEV, INTEGRATION = "Application Development (Application Builder)", "Application Integration (Application Integrator)"
CLOUD, DEVOPS, DATACENTER = "Cloud Platform (Azure Consumption)", "DevOps (DevOps Partner)", "Datacenter (Datacenter Solutions)"
ANALYTICS = "Data Analytics (Data Analytics Specialist)"
BEGINNERS, POWER_BI = "Data Analytics (Data Analytics Beginners)", "Data Analytics (Power BI)"
BIG_DATA, SQL = "Data Platform (Big Data)", "Data Platform (SQL Server Specialist)"
SHAREPOINT, VOICE = "Collaboration and Content (SharePoint Services Partner)", "Communications (Systems Integrator)"
PRODUCTIVITY, MAIL = "Cloud Productivity (Managed Service Partner)", "Messaging (Hybrid Services Partner)"
MOBILITY, MOBILITY_SMB = "Enterprise Mobility Management (Enterprise Partner)", "Enterprise Mobility Management (SMB Partner)"
O365, DEVICES = "Small and Midmarket Cloud Solutions (O365 Services)", "Windows and Devices (Service Partner)"
SURFACE = "Windows and Devices (Surface Hub)"
# Not in those requirements: a competency whose requirements are unknown, scored people, and programmes (for illustration).
SECURITY, CUSTOMERS = "Security", "Cloud Business Applications (Customer Engagement)"
EXPERT_MSP, AZURE_ANALYTICS, WEB_APPS = "Azure Expert MSP", "Analytics on Microsoft Azure", "Modernization of Web Applications"
COUNTS_FOR = {
    **dict.fromkeys(["ta-cloud-platform", "ta-azure-app-dev", "ta-azure-iot"], [CLOUD]),
    "70-533": [APP_DEV, CLOUD],
    **dict.fromkeys(["70-480", "70-486"], [APP_DEV]),
    **dict.fromkeys(["70-483", "70-487"], [APP_DEV, INTEGRATION]),
    "mcsd-app-builder": [APP_DEV, SHAREPOINT],
    **dict.fromkeys(["70-410", "70-411", "70-744", "mcsa-windows-server-2012", "mcsa-windows-server-2016"], [DATACENTER]),
    **dict.fromkeys(["70-412", "70-740", "70-741", "70-742"], [INTEGRATION, DATACENTER]),
    "70-764": [INTEGRATION, SQL],
    "70-765": [SQL],
    **dict.fromkeys(["70-496", "70-497", "70-498"], [DEVOPS]),
    "ta-data-analytics-foundational": [ANALYTICS, BEGINNERS],
    **dict.fromkeys(["ta-advanced-analytics", "ta-big-data-analytics"], [BEGINNERS]),
    "ta-bi-data-analytics": [BEGINNERS, POWER_BI],
    **dict.fromkeys(["70-767", "70-768"], [ANALYTICS]),
    "ta-data-platform-foundational": [BIG_DATA, SQL],
    **dict.fromkeys(["ta-sql-server-2016", "ta-azure-data-warehouse", "ta-azure-data-services"], [BIG_DATA]),
    **dict.fromkeys(["ta-ems-overview", "ta-mdm", "ta-identity-access", "ta-information-protection"], [MOBILITY, MOBILITY_SMB]),
    "mcse-productivity": [SHAREPOINT, VOICE, MAIL],
    "70-345": [MAIL],
    "70-339": ["Project and Portfolio Management (Project and Portfolio Partner)", SHAREPOINT],
    "70-346": [PRODUCTIVITY],
    "70-347": [SHAREPOINT, PRODUCTIVITY, MAIL, O365, SURFACE],
    "ta-win10-deployment": [DEVICES],
    **dict.fromkeys(["AZ-500", "MS-500", "azure-security-engineer-associate", "m365-security-administrator-associate"], [SECURITY]),
    **dict.fromkeys(["MB-200", "MB-210", "PL-200"], [CUSTOMERS]),
    **dict.fromkeys(["AZ-103", "AZ-104", "AZ-300", "AZ-301", "AZ-303", "AZ-304"], [EXPERT_MSP]),
    **dict.fromkeys(["azure-administrator-associate", "azure-solutions-architect-expert"], [EXPERT_MSP]),
    **dict.fromkeys(["AZ-400", "devops-engineer-expert"], [EXPERT_MSP, WEB_APPS]),
    **dict.fromkeys(["AZ-204", "azure-developer-associate"], [WEB_APPS]),
    **dict.fromkeys(["DP-100", "DP-200", "DP-201", "azure-data-engineer-associate", "azure-data-scientist-associate"], [AZURE_ANALYTICS]),
}

# The accounts of 2021: first name, last name, site (Lyon, Gdańsk, Singapore), associated in PMC and in Partner Center, skills.
PEOPLE = [
    ("Amélie", "Rousseau", "L", "YY", "ta-cloud-platform@2020-09 admin@2020-06 arch@2020-11"),
    ("Bernd", "Großmann", "L", "YY", "70-410@2018-02 70-411@2018-04 70-412@2018-06-14 mcsa-windows-server-2012@2018-06-14 70-533@2018-10 "
     "70-346@2018-11 70-347@2019-02 admin@2019-12 azsec@2020-05 70-744@2020-12"),
    ("Sanjay", "Iyer", "S", "NY", "70-740@2019-03 70-741@2019-09 70-742@2020-06-18 mcsa-windows-server-2016@2020-06-18"),
    ("Inès", "Benali", "L", "YY", "70-480@2018-03 70-483@2018-09 70-486@2019-06-04 mcsd-app-builder@2019-06-04 c:dev@2020-04"),
    ("Tomáš", "Horák", "G", "NY", "70-483@2019-04 70-486@2020-01 70-487@2020-10-08 mcsd-app-builder@2020-10-08"),
    ("Priya", "Raman", "S", "NY", "70-480@2018-11 70-486@2019-11-21 mcsd-app-builder@2019-11-21"),
    ("Lukas", "Brandt", "L", "YY", "70-483@2020-12 dev@2020-06 devops@2021-01"),
    ("Clémence", "Aubry", "L", "NY", "ta-data-analytics-foundational@2020-02 ta-bi-data-analytics@2020-02 bi@2020-11"),
    ("伟", "李", "S", "NY", "ta-data-analytics-foundational@2019-11 ta-advanced-analytics@2019-12 dataeng@2020-05 datasci@2020-10", "li.wei"),
    ("Hanna", "Mäkelä", "G", "NY", "ta-data-analytics-foundational@2020-08 ta-big-data-analytics@2020-09 dataeng@2020-12"),
    ("Joaquim", "Ferreira", "L", "YY", "ta-data-analytics-foundational@2019-08 ta-bi-data-analytics@2019-09 70-767@2019-09 70-768@2020-03"),
    ("Özlem", "Yıldırım", "L", "YY", "ta-data-analytics-foundational@2020-06 bi@2021-02"),
    ("Özlem", "Yıldırım", "L", "NN", "70-767@2019-05 70-768@2020-02"),
    ("Oscar", "Lindahl", "G", "NY", "bi@2020-09-03 ta-data-analytics-foundational@2021-05-12 ta-bi-data-analytics@2021-05-18"),
    ("Ravi", "Subramaniam", "S", "NY", "c:admin@2019-03-12 ta-data-platform-foundational@2019-12 ta-sql-server-2016@2020-01"),
    ("Zofia", "Krawczyk", "G", "YY", "ta-data-platform-foundational@2020-03 ta-azure-data-services@2020-04 70-764@2020-07 70-765@2020-12"),
    ("Chiara", "Bellandi", "L", "NY", "ta-data-platform-foundational@2020-10 ta-azure-data-warehouse@2020-10 dba@2020-12"),
    ("Sofie", "Dahlgren", "G", "NY", "ta-ems-overview@2019-10 ta-mdm@2019-11 endpoint@2020-03"),
    ("Kenji", "Nakamura", "S", "NY", "ta-ems-overview@2020-05 ta-identity-access@2020-06 m365sec@2020-08"),
    ("Marta", "Oliveira", "L", "YY", "ta-ems-overview@2019-06 ta-information-protection@2020-01 m365sec@2020-01"),
    ("François-Xavier", "Delmas", "L", "YY", "70-347@2018-06 70-345@2018-10 mcse-productivity@2019-02 mail@2020-10"),
    ("Agnieszka", "Pawłowska", "G", "NY", "70-339@2019-11 mcse-productivity@2020-01 teams@2020-07"),
    ("Emre", "Şahin", "L", "NY", "azsec@2019-07-22 c:m365sec@2020-02"),
    ("Katarzyna", "Wójcik", "G", "YY", "arch@2019-10-14 admin@2020-02"),
    ("Yannick", "Morvan", "L", "NY", "azsec@2020-09-30 c:m365sec@2020-11"),
    ("Noor", "van der Meer", "L", "NY", "admin@2020-10 azsec@2021-02"),
    ("Duncan", "MacLeod", "L", "YY", "m365sec@2019-05-19 e:m365fund@2020-01"),
    ("Bogdan", "Ionescu", "G", "YY", "70-496@2017-11 70-498@2018-05 devops@2020-03"),
    ("Ilse", "Vandenberghe", "L", "YY", "70-496@2018-03 70-498@2018-09 70-497@2018-11 devops@2020-12"),
    ("Sophie", "Lindqvist", "G", "NY", "teams@2020-04 m365fund@2019-10"),
    ("Petr", "Novotný", "G", "NY", "endpoint@2019-09 m365fund@2020-02"),
    ("Laura", "Conti", "L", "NY", "sales@2019-12"),
    ("Henrik", "Sørensen", "G", "NY", "flow@2021-04 MB-210@2021-05-03"),
    ("Arnaud", "Lefèvre", "L", "NY", "aieng@2019-10-29 datasci@2020-04"),
    # no skills
    ("Hélène", "Vasseur", "L", "YY", ""),
    ("Nina", "Petrović", "G", "NY", ""),
    ("Tomasz", "Zieliński", "G", "NN", ""),
    # the old portal only, with something that counts
    ("Grzegorz", "Wiśniewski", "G", "YN", "70-533@2018-09 ta-cloud-platform@2020-02 c:admin@2020-03"),
    ("Siobhán", "O'Brien", "L", "YN", "70-480@2018-05 70-483@2019-02 70-486@2020-01-16 mcsd-app-builder@2020-01-16"),
    ("Thị Thu Hương", "Trần", "S", "YN", "70-740@2018-10 70-741@2019-06 70-742@2020-08-27 mcsa-windows-server-2016@2020-08-27", "huong.tran"),
    ("Jürgen", "Weiß", "L", "YN", "ta-ems-overview@2019-05 ta-mdm@2019-09 endpoint@2020-06"),
    ("Ayşe", "Işık", "L", "YN", "ta-azure-app-dev@2020-11 azsec@2020-03"),
    # the old portal only, but nothing that counts today
    ("Kerstin", "Ågren", "G", "YN", "c:azsec@2019-04-08"),
    ("Matthieu", "Garnier", "L", "YN", "teams@2020-09"),
    # associated nowhere
    ("Eoin", "Gallagher", "L", "NN", "70-410@2019-02 70-411@2019-12 70-412@2020-11-05 mcsa-windows-server-2012@2020-11-05"),
    ("Beatriz", "Nogueira", "L", "NN", "ta-azure-iot@2021-02 admin@2021-01"),
    # one person twice
    ("Chloé", "Marchetti", "L", "NY", "ta-win10-deployment@2020-02 endpoint@2020-02"),
    ("Chloé", "Marchetti", "L", "YY", "ta-win10-deployment@2019-03 e:m365fund@2019-03", "chloe.marchetti@" + PRIVATE),
    ("Paweł", "Jabłoński", "G", "YY", ""),
    ("Pawel", "Jablonski", "", "NN", "dataeng@2020-10 ta-big-data-analytics@2020-11", "pjablonski84@" + PRIVATE),
    # two people of one name
    ("Julie", "Martin", "L", "YY", "admin@2020-09 azsec@2021-03"),
    ("Julie", "Martin", "S", "NY", "admin@2021-02 teams@2020-12", "julie.martin2"),
    ("Marek", "Dvořák", "G", "YY", "admin@2020-08 m365sec@2021-01"),
    ("Ingrid", "Haugen", "G", "NY", "admin@2019-03-11>2022"),
    ("Lars", "Pettersen", "G", "NY", "c:admin@2019-02-05 admin@2021-03-02"),
    ("美咲", "田中", "S", "NY", "admin@2021-05-17", "misaki.tanaka"),
    ("Fatou", "Ndiaye", "L", "YY", "m365sec@2020-12"),
    ("Piotr", "Łukasik", "G", "NY", "teams@2020-10 e:admin@2020-11"),
    ("Gwenaëlle", "Le Goff", "L", "YY", "70-483@2020-09"),
    ("Matteo", "Di Stefano", "L", "NY", "m365sec@2020-06"),
    ("Léa", "Fontaine", "L", "NY", "bi@2021-01 admin@2020-07"),
    ("Xavier", "Peeters", "L", "YY", "ta-mdm@2020-03 ta-identity-access@2020-05"),
    ("Aurélie", "Brun", "L", "YY", "m365fund@2019-12 teams@2020-05", "servicedesk"),
    ("Nikos", "Papadakis", "L", "NY", "m365fund@2020-08 endpoint@2020-11", "servicedesk"),
    ("Ana Sofía", "Herrera", "S", "NY", "dev@2020-08 devops@2020-11"),
    ("İbrahim", "Çelik", "L", "NY", "devops@2020-07 dev@2020-05 admin@2021-02"),
]

# September 2026. Of the people above, by the first part of their address: what happened to what they had, and what is new. "c:x=2027" sets the year
# in which a certification of 2021 now expires; everybody who is not named has left.
STAYED = {
    "amelie.rousseau": "admin=2027 arch=2026",
    "bernd.grossmann": "admin=2026 azsec=2022 hybrid@2025-10",
    "sanjay.iyer": "hybrid@2026-05 admin@2024-04>2027 net@2026-02",
    "ines.benali": "dev=2027 c:copilot@2026-02",
    "tomas.horak": "dev@2025-07-24",
    "priya.raman": "dev@2025-09-23 copilot@2026-04",
    "lukas.brandt": "dev=2027 devops=2027 copilot@2025-06",
    "clemence.aubry": "bi=2026",
    "li.wei": "datasci=2026 fabeng@2025-09-28",
    "hanna.makela": "dataeng=2025 fabeng@2026-02",
    "oscar.lindahl": "bi=2026",
    "ravi.subramaniam": "admin@2022-05>2027 net@2026-04",
    "zofia.krawczyk": "dba@2025-12-03",
    "chiara.bellandi": "dba=2027",
    "kenji.nakamura": "m365sec=2023 secops@2023-06>2027 ident@2024-01>2027",
    "marta.oliveira": "secops@2024-03 ident@2025-11-17",
    "francois-xavier.delmas": "m365admin@2024-11>2026",
    "agnieszka.pawlowska": "teams=2027",
    "emre.sahin": "azsec=2027 cyber@2026-04",
    "yannick.morvan": "azsec=2026 infosec@2025-06>2027",
    "noor.vandermeer": "admin=2026 azsec=2024",
    "bogdan.ionescu": "devops=2027!Inactive",
    "sophie.lindqvist": "teams=2026 ta-teams-meetings-rooms@2026-03",
    "petr.novotny": "endpoint=2022 endpoint@2026-01 avd@2026-03",
    "laura.conti": "sales=2024 service@2026-03",
    "henrik.sorensen": "flow=2027 robot@2026-03",
    "arnaud.lefevre": "aieng=2026 aiapps@2026-07",
    "siobhan.obrien": "dev@2026-04",
    "ozlem.yildirim": "bi=2022",
    "pawel.jablonski": "dataeng=2022 fabana@2024-06",
    "julie.martin2": "admin=2027 teams=2021",
    "helene.vasseur": "m365fund@2023-09",
}
# Paweł's two profiles were merged, the second Julie Martin has a new surname, Noor's office address is no longer filled in.
MERGED_INTO = {"pawel.jablonski": "pjablonski84@" + PRIVATE}
RENAMED = {"julie.martin2": ("Julie", "Tan", "julie.tan")}
# Who has come since: first name, last name, sites, skills; then what is blank: n = the names, c = the office address.
JOINED = [
    ("Rania", "Haddad", "L", "fabana@2026-01 m365fund@2024-10", ""),
    ("Thùy Dung", "Lê", "S", "bi@2026-05 agents@2026-06", "", "dung.le"),
    ("Mateus", "Carvalho", "L", "aieng@2025-11", ""),
    ("Kwabena", "Osei", "LS", "arch@2025-10-20 admin@2025-02>2027", ""),
    ("Farah", "Rahimi", "L", "cloudsec@2026-08", ""),
    ("Dominik", "Sauer", "L", "azsec@2026-02 m365fund@2022-03", "c"),
    ("Eszter", "Kovács", "L", "e:secops@2026-04 e:ident@2026-06", ""),
    ("Mai", "Phạm", "S", "flow@2026-06 service@2026-04", ""),
    ("Jonas", "Ødegård", "LS", "m365admin@2024-09", ""),
    ("Ana", "Kovačević", "L", "endpoint@2026-05 agents@2026-02", "c"),
    ("Reza", "Karimi", "S", "avd@2025-08-19 admin@2025-08", ""),
    ("Hiro", "Ōta", "S", "robot@2026-05 bi@2024-08", "nc", "hiro.ota"),
    ("Gilles", "Perrault", "L", "m365fund@2025-12", "n"),
    ("Sunniva", "Aas", "L", "datasci@2025-07-15", "n"),
    ("Mirza", "Begić", "S", "devops@2026-09-11 admin@2026-03", ""),
]

HEADINGS = {
    "en": ["First Name", "Last Name", "Email", "MCID", "Associated to PMC", "Associated to PC", "Skill Type", "Skill Name", "Skill ID",
           "Skill Completion Date", "Relevant for Competencies  (Option) or Programs", "Location", "Skill Expiration Date"],
    "fr": ["Prénom", "Nom", "Courrier", "MCID", "Associée au PMC", "Associée à l’Espace partenaires", "Type de qualification",
           "Nom de la qualification", "ID de la qualification", "Date d’obtention de la qualification",
           "Pertinent pour des compétences (Option) ou des programmes", "Emplacement", "Date d’expiration de la compétence"],
}
WORDS = {
    "en": {"Y": "Yes", "N": "No", "exam": "Exam", "certification": "Certification", "assessment": "Assessment", "day": "Report of 2021-05-19"},
    "fr": {"Y": "Oui", "N": "Non", "exam": "Examen", "certification": "Certification", "assessment": "Évaluation", "day": "Rapport du 2021-05-19"},
}
SITES = {"L": "Lyon", "G": "Gdańsk", "S": "Singapore", "": ""}


def load_catalog():
    tables = tomllib.loads((HERE / "../catalog/certifications.toml").read_text("utf-8"))
    return {entry["id"]: dict(entry, kind=kind) for kind in ("exam", "certification", "assessment") for entry in tables[kind]}


CATALOG = load_catalog()


def title_of(item):
    return CATALOG[item].get("full_title") or CATALOG[item].get("title")


def in_ascii(text):
    text = text.lower().translate(str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "ı": "i", "ə": "e", "đ": "d", "'": "", " ": ""}))
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def address(first, last, local=None):
    local = local or f"{in_ascii(first.split()[0])}.{in_ascii(last)}"
    return local if "@" in local else f"{local}@{DOMAIN}"


def in_years(day, years):
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def some_day(text, rng):
    """The day itself, or a working day of the month."""
    if len(text) == 10:
        return dt.date.fromisoformat(text)
    year, month = map(int, text.split("-"))
    return rng.choice([d for d in (dt.date(year, month, n) for n in range(1, 29)) if d.weekday() < 5])


def earned(token, rng, latest):
    """The skills of one token: {item, day, expires, status, track}."""
    token, _, status = token.partition("!")
    token, _, until = token.partition(">")
    name, _, when = token.partition("@")
    part, _, bare = name.rpartition(":")
    day = some_day(when, rng)
    found = []
    if bare in TRACKS:
        certification, sets = TRACKS[bare]
        exams = [exams for start, exams in sets if start <= f"{day:%Y-%m}"][-1].split()
        if part != "c":
            gap = 0
            for exam in reversed(exams):
                if title_of(exam):
                    found.insert(0, (exam, day - dt.timedelta(days=gap)))
                gap += rng.randrange(14, 45)
        if part != "e":
            found.append((certification, day))
    else:
        found.append((bare, day))
    skills = []
    for item, on in found:
        entry = CATALOG[item]
        if on > min(latest, entry.get("retired", latest)):
            raise SystemExit(f"{item} cannot have been passed on {on}")
        expires = None
        if entry["kind"] == "certification" and entry.get("validity_months"):
            expires = in_years(on, 2 if on < SHORT_VALIDITY_FROM else 1)
            if until:
                expires = in_years(on, int(until) - on.year)
        skills.append(dict(item=item, day=on, expires=expires, status=status, track=bare))
    return skills


def accounts_of_2021():
    used, accounts = set(), []
    for number, (first, last, site, associated, tokens, *local) in enumerate(PEOPLE):
        rng = random.Random(f"{SEED}/{number}")
        mcid = str(rng.randrange(11_200_000, 17_900_000))
        while mcid in used:
            mcid = str(int(mcid) + 1)
        used.add(mcid)
        skills = [skill for token in tokens.split() for skill in earned(token, rng, REPORT_DAY)]
        accounts.append(dict(first=first, last=last, email=address(first, last, *local), mcid=mcid, site=site, pmc=associated[0],
                             pc=associated[1], skills=skills, rng=rng))
    return accounts


def skills_rows(accounts):
    """The rows of the report, still without a language. Planted faults of single cells and rows are made here."""
    rows = []
    for account in accounts:
        own = []
        for skill in account["skills"] or [None]:
            row = dict(account, skill=skill, skill_id="", completed=None, expires=None, relevant="")
            if skill:
                kind = CATALOG[skill["item"]]["kind"]
                if kind == "exam" or kind == "certification" and account["rng"].random() < .6:
                    row["skill_id"] = skill["item"].upper() if kind == "exam" else skill["item"]
                row.update(kind=kind, completed=skill["day"], expires=skill["expires"], relevant="; ".join(COUNTS_FOR.get(skill["item"], [])))
            own.append(row)
        who = account["email"].split("@")[0]
        if who == "marek.dvorak":
            own[1]["pc"] = "N"
        elif who == "lea.fontaine":
            own.append(own[-1])
        elif who == "xavier.peeters":
            own[0]["completed"] = "2020-02-30"
        elif who == "ana.herrera":
            own[1]["email"] = "Ana.Herrera@TARNELLE.example"
        elif who == "ibrahim.celik":
            own[0]["mcid"] = int(account["mcid"])
        for row in own:
            if who == "fatou.ndiaye":
                row["mcid"] = ""
            elif who == "piotr.lukasik":
                row["mcid"] = "0"
            elif who == "gwenaelle.legoff":
                row["mcid"] = "N/A"
            elif who == "matteo.distefano":
                row["email"] = f"matteo.distefano at {DOMAIN}"
        rows += own
    return rows


def write_report(path, language, rows):
    words = WORDS[language]
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": "User Skills Report", "company": COMPANY, "created": dt.datetime(2021, 5, 19, 9, 0)})
    sheet = book.add_worksheet("User Skills" if language == "en" else "Qualifications")
    bold, date = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_string(0, 0, COMPANY, bold)
    sheet.write_string(1, 0, words["day"])
    head = 2
    for column, heading in enumerate(HEADINGS[language]):
        sheet.write_string(head, column, heading, bold)
    for line, row in enumerate(rows, head + 1):
        skill = row["skill"]
        cells = [row["first"], row["last"], row["email"], row["mcid"], words[row["pmc"]], words[row["pc"]],
                 words[row["kind"]] if skill else "", title_of(skill["item"]) if skill else "", row["skill_id"], row["completed"], row["relevant"],
                 SITES[row["site"]], row["expires"]]
        for column, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                sheet.write_datetime(line, column, dt.datetime.combine(cell, dt.time()), date)
            elif isinstance(cell, int):
                sheet.write_number(line, column, cell)
            elif cell:
                sheet.write_string(line, column, cell)
    # The foot of the table: it names nobody.
    foot = head + 1 + len(rows)
    sheet.write_string(foot, 6, "Total")
    sheet.write_number(foot, 7, sum(1 for row in rows if row["skill"]))
    for column, width in enumerate([14, 16, 34, 11, 10, 10, 13, 50, 14, 13, 50, 11, 13]):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(head + 1, 0)
    sheet.autofilter(head, 0, foot - 1, 12)
    book.close()


def training_people(accounts):
    by_local = {}
    for account in accounts:
        by_local.setdefault(account["email"].split("@")[0] if account["email"].endswith(DOMAIN) else account["email"], []).append(account)
    people = []
    for local, plan in STAYED.items():
        rng = random.Random(f"{SEED}/2026/{local}")
        own = by_local[local]
        merged = by_local.get(MERGED_INTO.get(local), [])
        skills = [dict(s) for account in own + merged for s in account["skills"] if s["day"].year >= 2018]
        for token in plan.split():
            if "@" in token:
                skills += earned(token, rng, TRAINING_DAY)
                continue
            token, _, status = token.partition("!")
            track, _, year = token.partition("=")
            for skill in skills:
                if skill["track"] == track and skill["expires"]:
                    skill.update(expires=in_years(skill["day"], int(year) - skill["day"].year), status=status)
        first, last, corporate = RENAMED.get(local, (own[0]["first"], own[0]["last"], local))
        people.append(dict(first=first, last=last, corporate=f"{corporate}@{DOMAIN}", mcid=(merged or own)[0]["mcid"], sites="S" if own[0]["site"] == "S" else
                           rng.choice(["L", "L", "L", "LS"]), skills=skills, rng=rng))
        if local == "noor.vandermeer":
            people[-1]["corporate"] = ""
    for number, (first, last, sites, tokens, blank, *local) in enumerate(JOINED):
        rng = random.Random(f"{SEED}/joined/{number}")
        skills = [skill for token in tokens.split() for skill in earned(token, rng, TRAINING_DAY)]
        person = dict(first=first, last=last, corporate=address(first, last, *local), mcid=str(rng.randrange(18_000_000, 24_000_000)), sites=sites,
                      skills=skills, rng=rng)
        if "n" in blank:
            person.update(first="", last="")
        if "c" in blank:
            person["corporate"] = ""
        people.append(person | dict(private=f"{in_ascii(first)[:1]}{in_ascii(last)}{rng.randrange(10, 99)}@{PRIVATE}"))
    for person in people:
        person.setdefault("private", f"{in_ascii(person['first'])[:1]}{in_ascii(person['last'])}{person['rng'].randrange(10, 99)}@{PRIVATE}"
                          if person["corporate"] != f"li.wei@{DOMAIN}" else f"weili88@{PRIVATE}")
    return people


def status_of(skill):
    retired = CATALOG[skill["item"]].get("retired")
    if skill["status"]:
        return skill["status"]
    if skill["expires"]:
        return "Expired" if skill["expires"] < TRAINING_DAY else "Active"
    return "Inactive" if retired and in_years(retired, 2) < TRAINING_DAY else "Active"


def write_trainings(path, people):
    header = ["PGAMpnId", "TrainingActivityId", "TrainingTitle", "TrainingType", "IndividualFirstName", "IndividualLastName", "Email", "CorpEmail",
              "TrainingCompletionDate", "ExpirationDate", "ActivationStatus", "Month", "IcMCP", "MCPID", "MPNId", "PartnerName", "PartnerCityLocation",
              "PartnerCountryLocation"]
    numbers = {item: 2790 + 3 * at for at, item in enumerate(sorted({s["item"] for p in people for s in p["skills"]}))}
    rows = []
    for person in people:
        for skill in sorted(person["skills"], key=lambda s: s["day"]):
            kind = CATALOG[skill["item"]]["kind"]
            for site in person["sites"]:
                number, city, country = LOCATIONS[site]
                rows.append([GLOBAL_ID, numbers[skill["item"]], title_of(skill["item"]), kind.capitalize(), person["first"], person["last"],
                             person["private"], person["corporate"], f"{skill['day']} 00:00:00", f"{skill['expires']} 00:00:00" if skill["expires"] else "",
                             status_of(skill), f"{skill['day']:%Y-%m}-01", 0 if kind == "assessment" else 1, person["mcid"], number, COMPANY, city, country])
    with open(path, "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(header)
        writer.writerows(rows)
    return rows


def groups(pairs):
    """How many people: accounts with the same MCID or the same address belong together."""
    boss = {}

    def find(key):
        while boss.setdefault(key, key) != key:
            key = boss[key]
        return key

    for pair in pairs:
        keys = [key for key in pair if key[1]]
        for key in keys:
            boss[find(key)] = find(keys[0])
    return len({find(key) for key in boss})


def main():
    accounts = accounts_of_2021()
    rows = skills_rows(accounts)
    for language in ("en", "fr"):
        write_report(HERE / f"skills-2021-05-19.{language}.xlsx", language, rows)
    people = training_people(accounts)
    trainings = write_trainings(HERE / "trainings-2026-09-15.csv", people)

    ids = {(row["email"].casefold(), "" if str(row["mcid"]) in ("", "0", "N/A") else str(row["mcid"])) for row in rows}
    with_skill = [row for row in rows if row["skill"]]
    print(f"2021: {len(rows) + 1} data rows (1 names nobody, 1 exact duplicate), {len(ids)} accounts, "
          f"{groups([(('e', e), ('m', m)) for e, m in ids])} people by MCID or address, {len(with_skill) - 1} skills")
    for label, until in (("expired", -1), ("within 90 days", 90), ("within 6 months", 184)):
        low = {-1: -9999, 90: 0, 184: 91}[until]
        names = [f"{r['first']} {r['last']} {r['skill']['item']} {r['expires']}" for r in with_skill
                 if r["expires"] and low <= (r["expires"] - REPORT_DAY).days <= until]
        print(f"  {label}: " + "; ".join(names))
    print(f"2026: {len(trainings)} rows, {len(people)} people, {sum(len(p['skills']) for p in people)} skills "
          f"({sum(len(p['sites']) > 1 for p in people)} people stand under both locations)")


if __name__ == "__main__":
    main()
