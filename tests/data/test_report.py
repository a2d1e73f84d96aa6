"""The report of an intake, as a script reads it."""

import json

from data import check_file, read_incidents
from tests.data.files import TODAY, csv, lines


def test_it_is_json_with_the_keys_that_a_script_needs():
    told = json.loads(json.dumps(read_incidents(csv(), name="rows.csv", today=TODAY).report.to_json()))
    assert {"layout", "mapping", "rows", "used", "dropped_columns", "faults"} <= set(told)
    assert (told["layout"], told["rows"], told["used"], told["undated"], told["has_source"]) == (
        "canonical",
        7,
        7,
        1,
        True,
    )
    assert (told["faults"], told["fault_count"], told["elsewhere"]) == ([], 0, {"count": 1, "lines": [6]})
    assert told["mapping"]["lat"] == "lat"


def test_its_faults_are_listed_with_line_column_problem_and_mend():
    content = lines("P-1,42.9,129.5,2015,B1", "P-1,42.9,129.5,2015,", header="case,lat,lng,date,act")
    told = json.loads(json.dumps(check_file(content, name="rows.csv").to_json()))
    assert [sorted(fault) for fault in told["faults"]] == [["column", "line", "mend", "problem"]]
    assert (told["faults"][0]["line"], told["faults"][0]["column"]) == (3, "act")
    assert (told["fault_count"], told["faulty_lines"], told["rows"], told["used"]) == (1, 1, 2, 0)


def test_dropped_columns_are_told_with_their_reason():
    told = check_file(lines("P-1,not stated,B1,x", header="case,place,act,phone"), name="rows.csv").to_json()
    assert told["dropped_columns"] == [{"column": "phone", "reason": "looks like a phone number"}]
