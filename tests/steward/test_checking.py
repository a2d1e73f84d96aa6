"""`check` on files that cannot be used as they are."""

from tests.data.broken import broken


def test_every_broken_file_exits_2(run, tmp_path):
    for one in broken():
        path = tmp_path / one.name
        path.write_bytes(one.content)
        words = ["check", one.name]
        if one.mapping:
            (tmp_path / "m.toml").write_bytes(one.mapping)
            words += ["--mapping", "m.toml"]
        assert run(*words)[0] == 2, one.name
