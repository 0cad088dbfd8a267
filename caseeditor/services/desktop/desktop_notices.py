"""Notices on a Linux desktop, by org.freedesktop.Notifications on the session bus. Runs on the worker's loop."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from caseeditor.domain.local.notice_clicked import NoticeClicked
from caseeditor.services.desktop.session_bus import connect, disconnect

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.asyncio import DBusRouter

log = logging.getLogger(__name__)
_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_PATIENCE = 5.0
"""Seconds for a bus and a service that may hang."""
_TRIES = 2
"""The second one for a bus that was started anew."""


class DesktopNotices:
    """Shows one notice at a time: the next one takes its place. Without a bus or a service, nothing happens."""

    def __init__(self, tell: Callable[[object], None]) -> None:
        """`tell` gets a NoticeClicked."""
        self._tell = tell
        self._router: DBusRouter | None = None
        self._following: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()
        self._shown = 0
        """The desktop's number of the notice, 0 for none."""
        self._token = ""
        self._is_closed = False

    async def show(self, text: str, action: str) -> None:
        """Show a notice; `action` names the effect of a click."""
        hints = {"desktop-entry": ("s", "caseeditor"), "urgency": ("y", 1)}
        async with self._lock:
            for _ in range(_TRIES):
                if self._is_closed:
                    return
                body = ("Case Editor", self._shown, "caseeditor", text, "", ["default", action], hints, -1)
                answer = await self._call("Notify", "susssasa{sv}i", body)
                if answer:
                    self._shown = int(str(answer[0]))
                    return
                await self._leave()

    async def withdraw(self) -> None:
        """Close the notice if it is still shown."""
        async with self._lock:
            if self._shown and self._router:
                await self._call("CloseNotification", "u", (self._shown,))
            self._shown = 0

    async def close(self) -> None:
        """Leave the bus, also while a call is waiting for an answer."""
        self._is_closed = True
        await self._leave()

    async def _call(self, method: str, signature: str, body: tuple[object, ...]) -> tuple[object, ...] | None:
        """Call a method of the service; None if it cannot be called."""
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - Linux only, and seldom needed
        from jeepney.wrappers import unwrap_msg  # noqa: PLC0415 - as above

        address: DBusAddress = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        try:
            async with asyncio.timeout(_PATIENCE):
                router = self._router or await self._enter()
                reply = await router.send_and_get_reply(new_method_call(address, method, signature, body))
                return tuple(unwrap_msg(reply))
        except Exception as error:  # noqa: BLE001 - jeepney raises many kinds; the status bar tells the agent anyway
            log.info("notice: %s failed, %s", method, type(error).__name__)
            return None

    async def _enter(self) -> "DBusRouter":
        """Connect to the bus, and follow the clicks."""
        from jeepney import MatchRule, message_bus  # noqa: PLC0415 - as above
        from jeepney.io.asyncio import DBusRouter, Proxy  # noqa: PLC0415 - as above

        self._router = router = DBusRouter(await connect())
        rule = MatchRule(type="signal", sender=_NAME, interface=_NAME, path=_PATH)
        await Proxy(message_bus, router).AddMatch(rule)
        signals: asyncio.Queue[Message] = asyncio.Queue()
        heard = MatchRule(type="signal", interface=_NAME, path=_PATH)  # the sender's name is not its unique one
        self._following = asyncio.create_task(self._follow(router, heard, signals))
        return router

    async def _follow(self, router: "DBusRouter", rule: object, signals: "asyncio.Queue[Message]") -> None:
        from jeepney import HeaderFields  # noqa: PLC0415 - as above

        with router.filter(rule, queue=signals):
            while True:
                message = await signals.get()
                if not message.body or message.body[0] != self._shown or not self._shown:
                    continue
                match message.header.fields.get(HeaderFields.member):
                    case "ActivationToken":
                        self._token = str(message.body[1])
                    case "ActionInvoked":
                        self._tell(NoticeClicked(self._token))
                        self._token = ""
                    case "NotificationClosed":
                        self._shown = 0

    async def _leave(self) -> None:
        router, self._router, following, self._following = self._router, None, self._following, None
        self._shown = 0
        if following:
            following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await following
        if router:
            with contextlib.suppress(Exception):  # the reason was told
                await router.__aexit__(None, None, None)
            await disconnect(router._conn)  # noqa: SLF001 - the router has no method for it
