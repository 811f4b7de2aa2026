"""A server's connections between kernels and pages hold no message back."""

from __future__ import annotations

from typing import Any

import pytest

from cnnhelpers.course.sockets import CONNECTION, AtOnce, send_at_once


class Handler:
    """Stands for Tornado's handler of a socket."""

    nodelay: bool | None = None

    def set_nodelay(self, value: bool) -> None:
        self.nodelay = value


class Connection:
    """Stands for Jupyter's: made with its handler, connected once the socket is open."""

    def __init__(self, websocket_handler: Handler) -> None:
        self.websocket_handler = websocket_handler

    def connect(self) -> str:
        return f"connected, nodelay {self.websocket_handler.nodelay}"


def test_a_connection_sends_at_once() -> None:
    settings: dict[str, Any] = {CONNECTION: Connection, "port": 8888}
    send_at_once(settings)
    assert settings.keys() == {CONNECTION, "port"} and settings["port"] == 8888
    assert issubclass(settings[CONNECTION], Connection)
    handler = Handler()
    assert settings[CONNECTION](handler).connect() == "connected, nodelay True"
    assert Connection(Handler()).connect() == "connected, nodelay None"  # others are left alone


def test_doing_it_twice_changes_nothing_and_a_server_without_connections_has_none() -> None:
    settings: dict[str, Any] = {CONNECTION: Connection}
    send_at_once(settings)
    first = settings[CONNECTION]
    send_at_once(settings)
    assert settings[CONNECTION] is first
    none: dict[str, Any] = {}
    send_at_once(none)
    assert none == {}


def test_jupyters_own_server_has_what_this_relies_on() -> None:
    serverapp = pytest.importorskip("jupyter_server.serverapp")
    channels = pytest.importorskip("jupyter_server.services.kernels.connection.channels")
    websocket = pytest.importorskip("tornado.websocket")
    assert serverapp.ServerApp.class_traits()[CONNECTION].metadata["config"]
    settings: dict[str, Any] = {CONNECTION: channels.ZMQChannelsWebsocketConnection}
    send_at_once(settings)
    made = settings[CONNECTION]
    assert issubclass(made, AtOnce) and made.connect is AtOnce.connect
    assert "websocket_handler" in made.class_trait_names()
    assert callable(websocket.WebSocketHandler.set_nodelay)
