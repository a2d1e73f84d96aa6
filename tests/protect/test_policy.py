"""Rule 15: what may be published exactly is never also published with noise."""

import pytest

from errors import UsageError
from protect import Policy, read_policy
from protect.policy import NOISE


@pytest.mark.parametrize(
    "text",
    ["noise = true", "epsilon = 1.0", "laplace_scale = 2", "Sigma = 3", "k = 11\n[perturbation]\nvariance = 2",
     "[embargo]\nA = 60\njitter = 1", "cell-key = 'a'", "[a.b]\ngaussian = 1"],
)  # fmt: skip
def test_a_policy_that_asks_for_noise_is_refused_and_the_rule_is_named(tmp_path, text):
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"policy\.toml is refused: it asks for noise .*\(rule 15\)"):
        read_policy(path)


def test_no_setting_of_ours_asks_for_noise():
    settings = [*Policy.model_fields, *Policy().embargo.model_dump()]
    assert not [name for name in settings for word in NOISE if word in name.lower()]


def test_the_share_of_a_universe_is_never_larger_than_a_fifth(tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text("universe_share = 0.1", encoding="utf-8")
    assert read_policy(path).universe_share == 0.1
    path.write_text("universe_share = 0.21", encoding="utf-8")
    with pytest.raises(UsageError, match="universe_share"):
        read_policy(path)
