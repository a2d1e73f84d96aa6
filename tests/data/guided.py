"""Bytes bent towards code that was not reached yet: `python -m tests.data.guided [SECONDS]`, with atheris installed.

Atheris comes with requirements-bench.txt. A run begins with a valid file of every kind, says how much of our reading it
has reached as it goes on, and ends at the first traceback or echo, or when the time is over.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from pathlib import Path


def one_input(content: bytes) -> None:
    """Read bytes under the name that their first byte stands for.

    Raises
    ------
    AssertionError
        If they bring a traceback, or a value of theirs is said.
    """
    from tests.data.fuzz import outcome, seeds  # noqa: PLC0415 - see main

    if not content:
        return
    names = sorted(seeds())
    what = outcome(content[1:], names[content[0] % len(names)])
    if what.startswith(("TRACEBACK", "ECHO")):
        raise AssertionError(what)


def main() -> None:
    """Run for some seconds; sixty if nothing is said."""
    import atheris  # noqa: PLC0415 - it comes with other requirements than the tests

    with atheris.instrument_imports(include=["data"]):
        from tests.data.fuzz import seeds  # noqa: PLC0415 - imported here first, so that its branches are seen

    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        for at, (name, content) in enumerate(sorted(seeds().items())):
            Path(folder, name).write_bytes(bytes([at]) + content)
        options = [f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=4096", "-max_len=65536"]
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={tempfile.gettempdir()}/", folder], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
