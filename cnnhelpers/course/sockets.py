"""The messages of a kernel go to the page at once.

JupyterLab's server leaves Nagle's algorithm on (RFC 896): a short message waits until the browser's
system has acknowledged the one before it, which it puts off by up to 40 ms (RFC 1122, 4.2.3.2). A
kernel says "busy" and answers a few milliseconds later; so an explorer's every second answer lay on
the server for 40 ms.
"""

from __future__ import annotations

from typing import Any

CONNECTION = "kernel_websocket_connection_class"  # a setting of Jupyter's server, by its name there


class AtOnce:
    """Stands before a class of connections between a kernel and a page: no message waits."""

    websocket_handler: Any  #: Tornado's WebSocketHandler, as Jupyter's connections have it

    def connect(self) -> Any:
        """Connect kernel and page; called once the page's socket is open."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()  # type: ignore[misc]


def send_at_once(settings: dict[str, Any]) -> None:
    """Let a server's connections hold nothing back; `settings` are those of its web application."""
    usual = settings.get(CONNECTION)
    if usual is not None and not issubclass(usual, AtOnce):
        settings[CONNECTION] = type(f"AtOnce{usual.__name__}", (AtOnce, usual), {})
