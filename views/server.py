"""The server object's parts: our own routes, headers on every response, an error page that keeps them, and a sweep."""

from __future__ import annotations

import asyncio
import gc
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final

from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit import get_option, runtime

from views.first_words import FirstWords
from views.policy import headers
from views.warm import start_warming, wait_until_warm

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from starlette.requests import Request
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp, Message, Receive, Scope, Send
    from streamlit.runtime.app_session import AppSession

_LOG: Final = logging.getLogger("atlas")
_MB: Final = 2**20
# Starlette would write what is larger than 1 MB to a temporary file as it arrives; here it stays in memory, and
# Streamlit refuses what is larger than its own limit before that.
MultiPartParser.spool_max_size = (int(get_option("server.maxUploadSize")) + 1) * _MB

_SWEEP_SECONDS: Final = 2.0
_FOREVER: Final = "public, max-age=31536000, immutable"


class SafeHeaders:
    """ASGI middleware: our headers on every response that passes, in the place of any of the same name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with the headers added as the answer starts; other messages pass untouched."""
        ours = [(name.encode(), value.encode()) for name, value in headers()]
        names = {name for name, _ in ours}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                theirs = [pair for pair in message.get("headers", []) if pair[0].lower() not in names]
                message = {**message, "headers": [*theirs, *ours]}
            await send(message)

        await self.app(scope, receive, send_with_headers)


def serve_asset(request: Request) -> Response:
    """Serve what the page asks for by a name with a hash: the basemap or a font; it never changes under its name."""
    wait_until_warm()

    from views.assets import find_asset  # noqa: PLC0415 - the server is there before this is loaded

    found = find_asset(request.path_params["name"])
    if found is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    return Response(found.make(), media_type=found.media_type, headers={"cache-control": _FOREVER})


def say_sorry(_request: Request, error: Exception) -> Response:
    """Answer an unexpected error: plain words and our headers; the middleware does not reach this far out."""
    # The kind of the error and no more: its message was not written to be seen.
    _LOG.error("A request failed with %s.", type(error).__name__)
    return PlainTextResponse("Something failed on our side. Reload the page.", status_code=500, headers=dict(headers()))


def sweep(server: runtime.Runtime, known: Mapping[str, AppSession]) -> dict[str, AppSession]:
    """Let go of what no browser can come back to: sessions left too long ago, and files of sessions that ended.

    Streamlit does either only when some other session begins or ends, which on a server of one steward may be never. A
    file to save that nobody refers to is marked by one call and removed by the next.

    Parameters
    ----------
    server
        The server.
    known
        The sessions that could still be used when this was done last, by id.

    Returns
    -------
    dict
        Those that can be used now.
    """
    now = {info.session.id: info.session for info in server._session_mgr.list_sessions()}  # noqa: SLF001 - no other way
    ended = [known[name] for name in known.keys() - now.keys()]
    for session in ended:
        session.shutdown()
    if ended:
        gc.collect()
    server.media_file_mgr.remove_orphaned_files()
    return now


@asynccontextmanager
async def sweeping(_app: object) -> AsyncIterator[None]:
    """Get ready for the first page, and sweep as long as the server runs."""
    start_warming()

    async def again_and_again() -> None:
        known: dict[str, AppSession] = {}
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            try:
                known = sweep(runtime.get_instance(), known) if runtime.exists() else {}
            except Exception as error:  # noqa: BLE001 - what failed once is to be tried again
                _LOG.error("A sweep failed with %s.", type(error).__name__)

    task = asyncio.create_task(again_and_again())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _base() -> str:
    """Return the path that the app is served under, without a slash at its end."""
    path = str(get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


ROUTES: Final[list[BaseRoute]] = [
    Mount(
        f"{_base()}/lib/leaflet", StaticFiles(packages=[("js_lib_leaflet", "static/js_lib_leaflet")]), name="leaflet"
    ),
    Mount(f"{_base()}/lib/present", StaticFiles(packages=[("briefing", "present")]), name="present"),
    Mount(f"{_base()}/lib/first", StaticFiles(packages=[("views", "first")]), name="first"),
    Route(f"{_base()}/assets/{{name}}", serve_asset),
]
MIDDLEWARE: Final = [Middleware(SafeHeaders), Middleware(FirstWords, path=_base())]
HANDLERS: Final[Mapping[type[Exception], Callable[[Request, Exception], Response]]] = {Exception: say_sorry}
