"""Reading a spreadsheet in a process of its own, which is ended if it does not come back or asks for too much memory.

The reader is fast and well kept, but of bytes that were broken, on purpose or by chance, it may panic, go in circles or
ask for more than a machine has. A process that has done its work waits a little for the next file, and then ends; when
a file is let go of, the process lets go of it too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from data.old_sheets import BrokenBookError

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

SECONDS: Final = 60.0
"""So long a small spreadsheet may take to open, and so long each of its sheets."""
SECONDS_A_MB: Final = 4.0
"""And so much longer for each MB."""

_IDLE_SECONDS: Final = 10.0
_PROGRAM: Final = Path(__file__).with_name("far_reader.py")


class _Reader:
    """One process: it is asked one thing at a time."""

    def __init__(self) -> None:
        # Its own errors would show what the reader stumbled over, which may be words of the file.
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-I", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "POLARS_MAX_THREADS": "1", "RUST_BACKTRACE": "0"},
        )
        self._clock: threading.Timer | None = None

    def ask(self, request: dict[str, Any], content: bytes = b"", *, seconds: float) -> tuple[dict[str, Any], bytes]:
        """Ask for something and return the answer, a line and what comes after it.

        Raises
        ------
        BrokenBookError
            If the process ended, or was ended because the time was over, or says that it cannot.
        """
        out, back = self._process.stdin, self._process.stdout
        assert out is not None  # noqa: S101 - both are pipes
        assert back is not None  # noqa: S101
        clock = threading.Timer(seconds, self._process.kill)
        clock.daemon = True
        clock.start()
        try:
            out.write(json.dumps(request).encode() + b"\n" + content)
            out.flush()
            told = json.loads(back.readline())
            cells = back.read(told["length"])
        except (OSError, ValueError):
            self.end()
            raise BrokenBookError from None
        finally:
            clock.cancel()
        if "broken" in told or len(cells) < told["length"]:
            raise BrokenBookError
        return told, cells

    @property
    def is_there(self) -> bool:
        """Whether the process can still be asked."""
        return self._process.poll() is None

    def rest(self) -> None:
        """Wait for the next file, but not for long."""
        _idle.append(self)
        self._clock = threading.Timer(_IDLE_SECONDS, self._end_if_idle)
        self._clock.daemon = True
        self._clock.start()

    def wake(self) -> None:
        """Go on: a file has come."""
        if self._clock is not None:
            self._clock.cancel()

    def _end_if_idle(self) -> None:
        try:
            _idle.remove(self)
        except ValueError:
            return  # it was taken just now
        self.end()

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was not yet written goes nowhere


_idle: list[_Reader] = []


def _take() -> _Reader:
    while _idle:
        try:
            reader = _idle.pop()
        except IndexError:
            break  # another thread was faster
        reader.wake()
        if reader.is_there:
            return reader
        reader.end()
    return _Reader()


class FarBook:
    """The sheets of an XLSX, XLSB or ODS file, held open by a process of its own until the `with` block ends.

    Raises
    ------
    BrokenBookError
        If it cannot be read, takes too long or too much memory.
    """

    def __init__(self, content: bytes, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds + SECONDS_A_MB * len(content) / 2**20
        self._reader = _take()
        try:
            told, _ = self._reader.ask({"length": len(content)}, content, seconds=self._seconds)
        except BrokenBookError:
            self._let_go()
            raise
        self.names: list[str] = told["names"]
        """The sheets' names."""

    def __enter__(self) -> Self:
        """Hold the file open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self._let_go()

    def _let_go(self) -> None:
        try:
            if self._reader.is_there:
                self._reader.ask({"sheet": None}, seconds=self._seconds)
        except BrokenBookError:
            pass  # it has ended, and the file with it
        if self._reader.is_there:
            self._reader.rest()
        else:
            self._reader.end()

    def grid(self, name: str) -> pl.DataFrame:
        """Return a sheet as text, one column a column of the sheet; null where nothing stands."""
        _, cells = self._reader.ask({"sheet": name}, seconds=self._seconds)
        return pl.read_ipc(BytesIO(cells))
