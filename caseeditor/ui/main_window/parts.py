"""The parts of the window that its menus and the command palette act on."""

import msgspec

from caseeditor.ui.main_window.address.address_bar import AddressBar
from caseeditor.ui.main_window.batch_tabs import BatchTabs
from caseeditor.ui.main_window.closing import Closing
from caseeditor.ui.main_window.dialogs import Dialogs
from caseeditor.ui.main_window.panes.panes import Panes
from caseeditor.ui.main_window.submitting import Submitting
from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs
from caseeditor.ui.templates.dialogs import TemplateDialogs


class WindowParts(msgspec.Struct, frozen=True):
    """Made by the main window, which knows its menus; they know these parts instead of it."""

    address: AddressBar
    tabs: CaseTabs
    panes: Panes
    closing: Closing
    submitting: Submitting
    dialogs: Dialogs
    templates: TemplateDialogs
    batches: BatchTabs
