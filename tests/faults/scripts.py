"""Scripts for calls: stored or not, followed by any answer."""

import json

from tests.faults.server import Call, Gate, Params, Script

EMOJI = "😀"


def good(call: Call) -> None:
    call.good()


def reset(call: Call) -> None:
    call.reset()


def drop(call: Call) -> None:
    call.drop()


def hang(call: Call) -> None:
    call.hang()


def cut(call: Call) -> None:
    """Announce the whole body but send half."""
    body = call.body()
    call.answer(body[: len(body) // 2], length=len(body), close=True)


def page(status: bytes) -> Script:
    """Answer like a proxy in front of the gateway."""
    return lambda call: call.answer(b"<!DOCTYPE html><html><body><h1>Office network</h1></body></html>", status)


def said(body: object, status: bytes = b"200 OK", *headers: bytes) -> Script:
    """Answer with any JSON."""
    return lambda call: call.answer(json.dumps(body).encode(), status, *headers)


def refused(words: str, status: bytes = b"200 OK", *headers: bytes) -> Script:
    return said({"success": False, "statusMessage": words}, status, *headers)


def empty(status: bytes, *headers: bytes) -> Script:
    return lambda call: call.answer(b"", status, *headers)


def redirected(status: bytes, location: str) -> Script:
    return empty(status, b"Location: " + location.encode())


def stored(then: Script) -> Script:
    """Store the update, then run another script."""

    def script(call: Call) -> None:
        call.store()
        then(call)

    return script


def changed(change: "dict[str, str] | None" = None, *, trim: bool = False, cut_off: bool = False) -> Script:
    """Store the update as this server would change it, and answer well."""

    def made(name: str, value: str) -> str:
        if name != "note":
            return value
        value = (change or {}).get(value, value)
        value = value.replace("\r\n", "\n").strip() if trim else value
        return value.partition(EMOJI)[0] if cut_off else value

    def script(call: Call) -> None:
        call.store(tuple((name, made(name, value)) for name, value in call.params))
        call.good()

    return script


def partly(then: Script, *names: str) -> Script:
    """Store only the parameters of these names."""

    def script(call: Call) -> None:
        call.store(tuple(pair for pair in call.params if pair[0] in names))
        then(call)

    return script


def held(gate: Gate, then: Script) -> Script:
    """Hold the call until the test opens the gate."""

    def script(call: Call) -> None:
        gate.hold()
        then(call)

    return script


def kept(calls: "list[Call]", then: Script) -> Script:
    """Keep the call for the test, which may `land` it later."""

    def script(call: Call) -> None:
        calls.append(call)
        then(call)

    return script


def land(call: Call) -> None:
    """Store an update that was lost until now."""
    call.store()
    call.server.tell()


def landing(calls: "list[Call]") -> Script:
    """Store the lost updates, then answer well."""

    def script(call: Call) -> None:
        while calls:
            calls.pop(0).store()
        call.good()

    return script


def after(by: str, params: Params) -> Script:
    """Answer well; a colleague changes the case right afterwards."""

    def script(call: Call) -> None:
        body = call.body()
        call.server.world.update(call.case, params, by=by)
        call.answer(body)

    return script
