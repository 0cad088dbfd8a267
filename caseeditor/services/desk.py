"""The services of one start of the program, as they live together on the worker's loop."""

import msgspec

from caseeditor.services.accounts import Accounts
from caseeditor.services.aside import Aside
from caseeditor.services.gateway import Gateway
from caseeditor.services.outbox import Outbox


class Desk(msgspec.Struct, frozen=True):
    """What the window may ask for. `disk` runs blocking file work in order."""

    gateway: Gateway
    accounts: Accounts
    outbox: Outbox
    disk: Aside

    async def close(self) -> None:
        """Close what holds connections."""
        await self.gateway.close()
