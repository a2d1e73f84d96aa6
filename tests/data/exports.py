"""Exports of other organisations, made from the column lists that they publish and not from what our reader knows.

The lists stand in `published/`, each with its source; columns keep their order, and every value is invented.
"""

# ruff: noqa: E501 - a row of an export is written as it stands there

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, object]

PUBLISHED = Path(__file__).parent / "published"


def published(name: str) -> list[str]:
    """Return the columns of a published list, in its order."""
    lines = (PUBLISHED / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(";")]


ACLED, UCDP, KOBO, HTCDS, CTDC = map(published, ("acled", "ucdp", "kobo", "htcds", "ctdc"))
HXL_HEADERS, HXL_TAGS = zip(*(line.split(" | ") for line in published("hxl")), strict=True)

_TOWNS = (
    ("Yanji", "China", "Jilin", 42.9051, 129.5072), ("Hyesan", "North Korea", "Ryanggang", 41.3976, 128.1787),
    ("Dandong", "China", "Liaoning", 40.1292, 124.3947), ("Shenyang", "China", "Liaoning", 41.7922, 123.4328),
    ("Yanji", "China", "Jilin", 42.9051, 129.5072), ("Pyongyang", "North Korea", "Pyongyang", 39.0339, 125.7543),
    ("Vladivostok", "Russia (Soviet Union)", "Primorsky", 43.1056, 131.8735),
    ("Yangon", "Myanmar (Burma)", "Yangon", 16.8053, 96.1561), ("Seoul", "South Korea", "Seoul", 37.566, 126.9784),
)  # fmt: skip
_CODES = {"China": "CHN", "North Korea": "PRK", "South Korea": "KOR", "Myanmar (Burma)": "MMR"}
_SUB_EVENTS = (
    ("Violence against civilians", "Abduction/forced disappearance"), ("Violence against civilians", "Attack"),
    ("Violence against civilians", "Sexual violence"), ("Strategic developments", "Arrests"),
    ("Protests", "Peaceful protest"),
)  # fmt: skip


def _acled(number: int, rng: random.Random) -> Row:
    town, country, admin1, lat, lng = rng.choice(_TOWNS)
    event, sub = rng.choice(_SUB_EVENTS)
    year = rng.randint(2018, 2022)
    return {
        "event_id_cnty": f"{'CHN' if country == 'China' else 'PRK'}{number}", "event_date": f"{rng.randint(1, 28):02d} March {year}",
        "year": year, "time_precision": 1, "disorder_type": "Political violence", "event_type": event, "sub_event_type": sub,
        "actor1": "Police Forces of China (2012-)", "inter1": 1, "actor2": "Civilians (China)", "inter2": 7, "interaction": 17,
        "civilian_targeting": "Civilian targeting", "iso": 156, "region": "East Asia", "country": country, "admin1": admin1,
        "admin2": town, "location": town, "latitude": lat, "longitude": lng, "geo_precision": rng.choice((1, 2, 3)),
        "source": "Radio Free Asia; Daily NK", "source_scale": "International",
        "notes": f'On {number} March {year}, police "took away", it is said, several people in {town}.', "fatalities": 0,
        "tags": "crowd size=no report", "timestamp": 1675191965 + number,
    }  # fmt: skip


def _ucdp(number: int, rng: random.Random) -> Row:
    town, country, admin1, lat, lng = rng.choice(_TOWNS)
    year = rng.randint(2008, 2020)
    return {
        "id": 100_000 + number, "relid": f"CHN-{year}-3-{number}", "year": year, "active_year": 1, "code_status": "Clear",
        "type_of_violence": rng.choice((1, 3, 3)), "conflict_new_id": 524, "conflict_name": "Government - Civilians",
        "dyad_name": "Government - Civilians", "side_a": "Government of China", "side_b": "Civilians",
        "number_of_sources": 1, "source_article": f'"Reuters,{year}-05-16,Border, killed"', "source_office": "Reuters",
        "source_date": f"{year}-05-16", "source_headline": "Several killed", "where_prec": rng.randint(1, 7),
        "where_coordinates": f"{town} town", "where_description": f"near {town}", "adm_1": f"{admin1} province",
        "latitude": lat, "longitude": lng, "geom_wkt": f"POINT ({lng} {lat})", "priogrid_gid": 191_000, "country": country,
        "country_id": 710, "region": "Asia", "event_clarity": 1, "date_prec": 1, "date_start": f"{year}-05-16 00:00:00.000",
        "date_end": f"{year}-05-16 00:00:00.000", "deaths_civilians": 2, "best": 2, "high": 2, "low": 2, "gwnoa": 710,
    }  # fmt: skip


def _kobo(number: int, rng: random.Random) -> Row:
    _, _, _, lat, lng = rng.choice((*_TOWNS, ("", "", "", 39.93, 127.54)))
    lat, lng = round(lat + rng.uniform(-0.02, 0.02), 6), round(lng + rng.uniform(-0.02, 0.02), 6)
    year = rng.randint(2008, 2018)
    return {
        "start": "2023-05-02T09:14:03.120+09:00", "end": "2023-05-02T10:01:44.000+09:00", "today": "2023-05-02",
        "deviceid": "collect:Fh3kd93kslJW", "phonenumber": "01012345678", "interview/enumerator_name": "Park Minji",
        "interview/consent": "yes", "incident/date_of_incident": f"{year}-0{rng.randint(1, 9)}-11",
        "incident/type_of_violation": rng.choice(("forced_marriage", "forced_labour", "강제송환", "detention", "beating")),
        "incident/location": f"{lat} {lng} 180.2 4.5", "_incident/location_latitude": lat, "_incident/location_longitude": lng,
        "_incident/location_altitude": 180.2, "_incident/location_precision": 4.5,
        "incident/what_happened": "She said that she had been told of work, and that it was not so.",
        "_geolocation": "[37.5665, 126.978]", "_id": 231_000_000 + number,
        "_uuid": f"{rng.getrandbits(32):08x}-{rng.getrandbits(16):04x}-4{rng.getrandbits(12):03x}-a{rng.getrandbits(12):03x}-{rng.getrandbits(48):012x}",
        "_submission_time": "2023-05-02T01:05:11", "_status": "submitted_via_web", "__version__": "vBc82kd", "_index": number + 1,
    }  # fmt: skip


def _hxl(number: int, rng: random.Random) -> Row:
    town, country, admin1, lat, lng = rng.choice(_TOWNS)
    values = (
        f"E-{number}", f"{rng.randint(2008, 2018)}-06-01", rng.choice(("Forced return", "Detention in China", "Forced labour")),
        _CODES.get(country, "RUS"), admin1, town, town, lat, lng, "NGO network", "https://example.org/r/1",
        "Reported by a partner; details are kept by the partner and are not shared here.", 1,
    )  # fmt: skip
    return dict(zip(HXL_HEADERS, values, strict=True))


def _htcds(number: int, rng: random.Random) -> Row:
    town, _, admin1, lat, lng = rng.choice(_TOWNS)
    return {
        "prs_FirstName": "Yong-hui", "prs_SecondName": "Kim", "prs_Birthdate": "1984-02-11", "prs_Gender": "Female",
        "prs_Nationality": "KP", "prs_Email": "a@example.org", "prs_MobilePhone": "+821012345678", "prs_MailingCity": "Seoul",
        "prs_MailingLatitude": 37.56, "prs_MailingLongitude": 126.97, "vic_MethodOfRecruitment": "Job offer/advertisement",
        "vic_MethodsOfControl": "DebtBondage;RestrictsMovement", "vic_TypeOfLabourExploitation": "DomesticWork",
        "vic_TypeOfSexExploitation": "", "hte_Longitude": lng, "hte_Latitude": lat, "hte_City": town, "hte_Country": "CN",
        "hte_State": admin1, "hte_Street": "12 Renmin Road", "hte_PostalCode": "133000",
        "hte_Date": f"{rng.randint(2008, 2018)}-04-01", "hte_Type": rng.choice(("Recruitment", "Transit", "Exploitation")),
        "hte_Description": f"Number {number}: taken from a station to a house, and kept there.", "cas_Status": "Closed",
        "cas_IncomingReferralDate": "2020-01-01",
    }  # fmt: skip


def _ctdc(_: int, rng: random.Random) -> Row:
    row: Row = {name: rng.choice((0, 1, "")) for name in CTDC if name.startswith(("means", "is", "type", "recruiter"))}
    return {
        **row, "yearOfRegistration": rng.randint(2008, 2018), "Datasource": "Case Management", "gender": "Female",
        "ageBroad": "18--20", "majorityStatus": "Adult", "citizenship": "KP", "CountryOfExploitation": "CN",
        "meansOfControlConcatenated": "Debt bondage;Restricts movement", "typeOfExploitConcatenated": "Forced labour",
        "typeOfLabourConcatenated": "Not specified", "typeOfSexConcatenated": "", "RecruiterRelationship": "Not specified",
    }  # fmt: skip


def _written(
    columns: list[str], make: Callable[[int, random.Random], Row], rows: int, *, mark: str = ",", tags=()
) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerow(columns)
    if tags:
        writer.writerow(tags)
    rng = random.Random(7)  # noqa: S311 - invented rows
    for number in range(rows):
        row = make(number, rng)
        assert set(row) <= set(columns), set(row) - set(columns)
        writer.writerow([row.get(name, "") for name in columns])
    return out.getvalue().encode()


def acled(rows: int = 400) -> bytes:
    """Return an ACLED export."""
    return _written(ACLED, _acled, rows)


def ucdp(rows: int = 400) -> bytes:
    """Return a UCDP GED file."""
    return _written(UCDP, _ucdp, rows)


def kobo(rows: int = 400) -> bytes:
    """Return an export of KoboToolbox, whose CSV is delimited by semicolons."""
    return _written(KOBO, _kobo, rows, mark=";")


def hxl(rows: int = 400) -> bytes:
    """Return an event data set with HXL tags."""
    return _written(HXL_HEADERS, _hxl, rows, tags=HXL_TAGS)


def htcds(rows: int = 40) -> bytes:
    """Return a table of HTCDS fields."""
    return _written(HTCDS, _htcds, rows)


def ctdc(rows: int = 40) -> bytes:
    """Return a table like the Global Dataset."""
    return _written(CTDC, _ctdc, rows)
