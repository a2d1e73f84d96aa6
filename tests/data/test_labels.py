"""Labels of acts."""

from data.folding import fold_label
from data.labels import _more, code_of, taxonomy_labels
from terms import taxonomy


def test_every_code_and_every_name_of_the_taxonomy_is_its_own_label():
    for code, act in taxonomy().acts.items():
        assert code_of(code, {}) == code_of(code.lower(), {}) == code
        for label in act.label.values():
            assert code_of(label, {}) == code, label


def test_every_other_name_is_listed_once_and_leads_to_its_own_code():
    seen: dict[str, str] = {}
    for code, names in _more().items():
        assert code in taxonomy().acts
        for name in names:
            assert fold_label(name) not in seen, (name, code, seen[fold_label(name)])
            seen[fold_label(name)] = code
            assert code_of(name, {}) == code, (name, code_of(name, {}))


def test_what_a_mapping_says_goes_before_the_taxonomy():
    assert code_of("Rape", {"rape": "D2"}) == "D2"
    assert code_of("a walk in the park", {}) is None


def test_labels_are_folded():
    assert all(label == fold_label(label) for label in taxonomy_labels())
    assert code_of(" FORCED_marriage ", {}) == "B1"
