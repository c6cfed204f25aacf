"""
Serve the built site on this machine.

    python -m tools.site.serve [PORT]
"""

import functools
import http.server
import sys

from tools.site.build import TARGET


def main() -> None:
    """
    Serve build/site until interrupted.
    """
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    handler = functools.partial(
        http.server.SimpleHTTPRequestHandler, directory=TARGET
    )
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as it:
        print(f"http://127.0.0.1:{it.server_port}/")
        it.serve_forever()


if __name__ == "__main__":
    main()
