"""Red Zone Atlas, as Streamlit starts it: `streamlit run app.py` runs this file as the page and reads it for `app`.

Run for a reader, it draws the page; read for the server, it makes the server object, which is to be there at once.
"""

import streamlit as st

from views.warm import wait_until_warm

if __name__ == "__main__":
    wait_until_warm()
    from settings import settings
    from views.dress import dress
    from views.idle import run_page
    from views.login import let_in
    from views.site import site

    pages = site()
    if settings().steward:
        pages.append(st.Page("steward/page.py", title="Steward", url_path="steward"))
    page = st.navigation(pages, position="hidden")
    st.set_page_config(page_title=f"{page.title} - Red Zone Atlas", layout="wide")
    dress()
    if let_in():
        run_page(page, is_private=page.url_path == "steward")
else:
    from views.server import HANDLERS, MIDDLEWARE, ROUTES, sweeping

    app = st.App(__file__, routes=ROUTES, middleware=MIDDLEWARE, exception_handlers=HANDLERS, lifespan=sweeping)
