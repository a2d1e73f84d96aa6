"""The app as it is, with one more address that tells how much of a steward's work the server still holds in memory."""

import gc
import sys
from pathlib import Path

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime import get_instance

from views.server import HANDLERS, MIDDLEWARE, ROUTES, sweeping

PRIVATE = ("Recognised", "Screened", "Mapped", "Classified", "Incidents", "Ordered", "Done", "Upload", "Table")


def held(_request):
    """Count private values, uploads and files to save, after what nobody can reach has been cleared away."""
    gc.collect()
    kinds = tuple(
        kind
        for module in ("data", "data.table", "steward.steps", "steward.uploads")
        for name in PRIVATE
        if isinstance(kind := getattr(sys.modules.get(module), name, None), type)
    )
    values = sum(isinstance(one, kinds) for one in gc.get_objects())
    server = get_instance()
    uploads = sum(len(files) for files in server.uploaded_file_mgr.file_storage.values())
    media = server.media_file_mgr
    saved = len(media._file_metadata) + len(media._deferred_callables)  # noqa: SLF001 - no other way to count them
    left = len(server._session_mgr.list_sessions())  # noqa: SLF001 - there is no other way to count them
    return JSONResponse({"values": values, "uploads": uploads, "files": saved, "left": left})


APP = Path(__file__).parents[2] / "app.py"
MORE = [Route("/held", held), *ROUTES]
app = st.App(str(APP), routes=MORE, middleware=MIDDLEWARE, exception_handlers=HANDLERS, lifespan=sweeping)
