"""A runner of the command line, for all tests of it."""

import pytest

from steward.__main__ import main
from steward.secret import IN_ENVIRONMENT, IN_FILE

SECRET = "0123456789abcdef" * 2


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Return a runner of the command line as `python -m steward` runs it: exit code, output, errors."""
    monkeypatch.setenv(IN_ENVIRONMENT, SECRET)
    monkeypatch.delenv(IN_FILE, raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*words):
        monkeypatch.setattr("sys.argv", ["steward", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, " ".join(said.err.split())

    return call
