"""News of the desktop: the agent clicked a notice."""

import msgspec


class NoticeClicked(msgspec.Struct, frozen=True):
    """`token` lets the window come to the front under Wayland, '' for none."""

    token: str = ""
