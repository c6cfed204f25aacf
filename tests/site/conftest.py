"""
The built site, served on this machine, in Chromium.

    python -m tools.site.build && python -m pytest tests/site
"""

import functools
import http.server
import pathlib
import shutil
import threading

from collections.abc import Iterator

import pytest

from playwright.sync_api import Browser, Page, sync_playwright

from browsing import Opener
from tools.site.build import TARGET


FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """
    A server of files that does not tell of each.
    """

    def log_message(self, format: str, *args: object) -> None:
        """
        Say nothing.
        """


@pytest.fixture(scope="session")
def root() -> pathlib.Path:
    """
    The directory of the built site.
    """
    built = TARGET / "explorer" / "index.html"
    assert built.exists(), "build the site first: python -m tools.site.build"
    return TARGET


@pytest.fixture(scope="session")
def base(root: pathlib.Path) -> Iterator[str]:
    """
    The address at which the site is served.
    """
    handler = functools.partial(Quiet, directory=root)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """
    Chromium, as Debian has it.
    """
    program = shutil.which("chromium")
    assert program, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=program, args=list(FLAGS)
        )
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Opener]:
    """
    Open pages of the site; what they complain of or ask outside fails.
    """
    complaints: list[str] = []
    contexts = []

    def opener(address: str = "", **settings: object) -> Page:
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(f"{page.url}: {message.text}")
                if message.type in ("error", "warning")
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((base, "blob:", "data:"))
                else complaints.append(f"{page.url} asks {request.url}")
            ),
        )
        page.goto(base + address)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert complaints == []
