"""What fifty readers at once cost: how long a filter change takes, and how much memory a session holds.

    python -m bench.sessions [--sessions N] [--think SECONDS]

The server is the app as it is, with the bundled release of 3,000 people. Readers are no browsers but clients that speak
as a browser does, so that what is measured is the server. Each opens the map of an era, and after a pause that is drawn
anew each time (exponentially, ten seconds in the middle of it all) changes the era. Measured is the time from sending a
change to the end of the run that answers it. In one run, on one server: first one reader, then all of them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Final

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from settings import RELEASE
from tests.e2e.conftest import ROOT, served

SESSIONS: Final = 50
THINK: Final = 10.0
CHANGES: Final = 8
ALONE: Final = 60
MOST: Final = 3.0
VIEW: Final = "plate=where_when&period=before&level=r4&lang=en"
CONTROL: Final = "choose-period"


class Reader:
    """One session: what it last saw of the control, and the way to turn it."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self._socket = socket
        self._id = ""
        self._names: list[str] = []
        self._turn = 0

    async def open(self) -> None:
        """Ask for the view, and wait until it is drawn."""
        message = BackMsg()
        message.rerun_script.query_string = VIEW
        await self._run(message)

    async def change(self) -> float:
        """Choose the next era, and return how many seconds it took until the page was drawn."""
        self._turn += 1
        message = BackMsg()
        message.rerun_script.query_string = VIEW
        chosen = WidgetState(id=self._id, string_value=self._names[1 + self._turn % (len(self._names) - 1)])
        message.rerun_script.widget_states.widgets.append(chosen)
        started = time.perf_counter()
        await self._run(message)
        return time.perf_counter() - started

    async def _run(self, message: BackMsg) -> None:
        await self._socket.send(message.SerializeToString())
        is_drawn = False
        while True:
            told = ForwardMsg.FromString(await self._socket.recv())
            if told.WhichOneof("type") == "delta" and told.delta.WhichOneof("type") == "new_element":
                element = told.delta.new_element
                is_drawn = is_drawn or element.WhichOneof("type") == "bidi_component"
                if element.selectbox.id.endswith(CONTROL):
                    self._id, self._names = element.selectbox.id, list(element.selectbox.options)
            # A choice that turns the state ends the run at once; the run that follows draws the page.
            if told.WhichOneof("type") == "script_finished" and is_drawn:
                return


async def reading(address: str, chance: random.Random, changes: int, think: float) -> list[float]:
    """Return the seconds that each change of one reader took."""
    place = address.replace("http://", "ws://") + "/_stcore/stream"
    async with websockets.connect(place, subprotocols=["streamlit"], max_size=None, origin=address) as socket:  # type: ignore[arg-type,list-item]
        reader = Reader(socket)
        await reader.open()
        spent = []
        for _ in range(changes):
            await asyncio.sleep(chance.expovariate(1 / think) if think else 0)
            spent.append(await reader.change())
        return spent


async def together(address: str, sessions: int, think: float) -> tuple[list[float], int]:
    """Return what each change took with so many readers at once, and the most memory that the server held meanwhile."""
    chance = random.Random(1)  # noqa: S311 - the same readers each time
    tasks = [asyncio.create_task(reading(address, chance, CHANGES, think)) for _ in range(sessions)]
    most = 0
    while not all(task.done() for task in tasks):
        await asyncio.sleep(1)
        most = max(most, memory_of(address))
    return [own for task in tasks for own in task.result()], most


def memory_of(address: str) -> int:
    """Return the resident bytes of the server at an address."""
    sign = f"--server.port={address.rpartition(':')[2]}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if sign in (folder / "cmdline").read_bytes():
                return int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue  # it ended meanwhile
    sys.exit("The server is gone.")


def p95(spent: list[float]) -> float:
    """Return below what 95 of 100 stay."""
    return statistics.quantiles(spent, n=20)[-1]


async def measure(address: str, sessions: int, think: float) -> float:
    """Print what one and many readers took, and return the ratio of their 95th percentiles."""
    await reading(address, random.Random(0), 10, 0)  # noqa: S311 - what is made once, is made
    alone = await reading(address, random.Random(0), ALONE, 0.2)  # noqa: S311 - pauses, not secrets
    before = memory_of(address)
    many, most = await together(address, sessions, think)
    ratio = p95(many) / p95(alone)
    sys.stdout.write(
        f"one reader, {len(alone)} changes: median {statistics.median(alone) * 1000:.0f} ms, "
        f"95th percentile {p95(alone) * 1000:.0f} ms\n"
        f"{sessions} readers, a change every {think:.0f} s each, {len(many)} changes: median "
        f"{statistics.median(many) * 1000:.0f} ms, 95th percentile {p95(many) * 1000:.0f} ms; "
        f"ratio of the 95th {ratio:.1f}, at most {MOST}\n"
        f"memory: {before / 2**20:.0f} MB before, {most / 2**20:.0f} MB at most, "
        f"{(most - before) / 2**20 / sessions:.1f} MB a session\n"
    )
    return ratio


def main() -> None:
    """Measure and print; exit 1 if many readers slow one another down more than allowed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    parser.add_argument("--think", type=float, default=THINK)
    asked = parser.parse_args()
    release = ROOT / "release/bundled/people_3000.zip"
    with served(ROOT / "app.py", **{RELEASE: str(release)}) as address:
        sys.exit(asyncio.run(measure(address, asked.sessions, asked.think)) > MOST)


if __name__ == "__main__":
    main()
