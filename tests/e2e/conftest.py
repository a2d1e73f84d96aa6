"""A real server on a free port of this machine, a real Chromium, and a record of everything that it asks for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from settings import RELEASE
from tests.views.handmade import handmade_zip

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "test-results"
START_SECONDS = 60

# A request that the policy blocks never becomes a request: only this event tells of it.
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
# Streamlit's protobuf library tries whether it may compile, and goes on without.
HARMLESS = "script-src wasm-eval"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url):
    """Return status and headers of a response, whatever its status."""
    try:
        with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310 - our own server
            return response.status, dict(response.headers), response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


# Whoever tries to write a single byte to a file fails; what is printed goes elsewhere.
NO_DISK = ("sh", "-c", 'ulimit -f 0 && exec "$@" > /dev/null 2>&1', "sh")


@contextmanager
def served(script, base="", before=(), **environment):
    """Start Streamlit for a script, as the README does, and yield its address; `before`: a command that starts it."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true", f"--server.baseUrlPath={base}"]
    command = [*before, *command]
    environment = {**os.environ, **environment}
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}/{base}".rstrip("/")
            wait_for_health(address, process, log)
            yield address
        finally:
            process.terminate()


def wait_for_health(address, process, log):
    """Wait until the server answers, or fail with what it said."""
    last = time.monotonic() + START_SECONDS
    while time.monotonic() < last and process.poll() is None:
        try:
            if get(f"{address}/_stcore/health")[0] == 200:
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    process.terminate()
    log.seek(0)
    pytest.fail(f"The server did not start: {log.read().decode()}")


@pytest.fixture(scope="session")
def release_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("release") / "handmade.zip"
    path.write_bytes(handmade_zip())
    return path


@pytest.fixture(scope="session")
def asking_server(tmp_path_factory):
    """Serve a release that says where people were asked."""
    path = tmp_path_factory.mktemp("release") / "covered.zip"
    path.write_bytes(handmade_zip(covered=True))
    with served(ROOT / "app.py", **{RELEASE: str(path)}) as address:
        yield address


@pytest.fixture(scope="session")
def server(release_file):
    with served(ROOT / "app.py", **{RELEASE: str(release_file)}) as address:
        yield address


@dataclass
class Visit:
    """A page of its own browser profile, and what it asked for beyond this machine."""

    page: object
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def note(self, request):
        """Keep the address of a request that leaves this machine."""
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
            self.outside.append(request.url)

    def leaks(self):
        """Return all that was asked of another host, or would have been but for the policy."""
        blocked = [own for own in self.page.evaluate("window.violations") if own != HARMLESS]
        return self.outside + blocked

    def settles(self, check, seconds=15):
        """Wait until a check of the page holds: it is drawn in steps, and slowly where others work too."""
        last = time.monotonic() + seconds
        while not check():
            assert time.monotonic() < last, "the page did not come to hold"
            self.page.wait_for_timeout(100)

    def drawn(self, figure):
        """Wait until the map has drawn a figure, and return it."""
        found = self.page.locator(f'figure.atlas[data-drawn="{figure}"]')
        found.wait_for(timeout=30_000)
        return found


def choose(page, field, name):
    """Choose a value of a control by its name, as a reader does."""
    page.locator(f".st-key-choose-{field} input").click()
    page.get_by_role("option", name=name, exact=True).click()


def point_of(figure, share):
    """Return a point of the map: shares of its width and height, from the upper left."""
    box = figure.locator(".map").bounding_box()
    return box["x"] + share[0] * box["width"], box["y"] + share[1] * box["height"]


@pytest.fixture
def visit(chromium):
    contexts = []

    def open_page(address, *, size=(1280, 720), theme="light", locale="en-GB"):
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=theme, locale=locale, has_touch=size[0] < 600
        )
        contexts.append(context)
        context.add_init_script(LISTEN)
        seen = Visit(context.new_page())
        context.on("request", seen.note)
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.goto(address)
        return seen

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def results():
    RESULTS.mkdir(exist_ok=True)
    return RESULTS
