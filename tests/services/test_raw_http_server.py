"""The tests' server ends at once on every system."""

import socket
import threading

import pytest

from tests.support.raw_http_server import CASE, HOST, RawHttpServer, Script, answering, http, silent


class WindowsListener(socket.socket):
    """A listener of which neither shutdown nor close wakes accept: as on Windows, simulated on other systems."""

    def shutdown(self, how: int) -> None:
        raise OSError(how, "not connected")


def listener() -> WindowsListener:
    made = WindowsListener()
    made.bind((HOST, 0))
    made.listen()
    return made


@pytest.mark.parametrize("script", [silent, answering(http(CASE))])
@pytest.mark.parametrize("clients", [0, 1, 3])
def test_every_thread_of_a_server_ends_with_it(script: Script, clients: int) -> None:
    before = set(threading.enumerate())
    with RawHttpServer(script, listener=listener()) as server:
        lines = [socket.create_connection((HOST, server.port)) for _ in range(clients)]
        for line in lines:
            line.sendall(b"GET / HTTP/1.1\r\n\r\n")
    assert set(threading.enumerate()) <= before  # a thread of an earlier test may end meanwhile
    for line in lines:
        line.close()


def test_a_server_that_turns_clients_away_refuses_the_next_one() -> None:
    with RawHttpServer(silent, listener=listener()) as server:
        open_line = socket.create_connection((HOST, server.port))
        open_line.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert server.heard.wait(60)
        server.turn_away()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((HOST, server.port))
        assert server.connections == 1
        open_line.close()


def test_a_server_that_never_started_ends_too() -> None:
    server = RawHttpServer(silent, listener=listener())
    server.turn_away()
    assert server.connections == 0
