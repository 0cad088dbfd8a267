"""Links, e-mail addresses, phone numbers and case numbers in a text, and the addresses that they lead to.

One pass over the text; the work for each place is bounded, so that hostile texts cost no more than others.
"""

import enum
import re
from unicodedata import category
from urllib.parse import quote

import msgspec

from caseeditor.domain.case.reference import is_web_link, link_domain

MOST = 300
"""Places that are found in one text."""
_LONGEST_LINK = 2000
_LONGEST_LOCAL = 64
_BEGINNING = re.compile(r"https?://|www\.|[@#+(0-9]", re.IGNORECASE)
_LINK_LETTERS = frozenset("hHwW")
_LINK = re.compile(
    '[^\\s<>"“”„«»‹›{}|\\\\^`\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]{1,2000}'
)
_BEHIND_LINK = frozenset(".,;:!?’‘…")
_AROUND_LINK = frozenset("*_~")
"""Marks of bold, italic and struck-out text: outside a link only if they stand before it too."""
_BRACKETS = {")": "(", "]": "["}
_IN_LOCAL = frozenset(".!#$%&'*+-=^_~")
_NOT_BEFORE_LOCAL = frozenset("/?`{|}")
"""Parts of an address too, but rarely: behind a word, it is unclear where the address begins."""
_KEY = re.compile(r"(?:^|&)[^\W\d]\w*=(?=[^=]*$)")
_DOMAIN = re.compile(r"[^\W_][\w-]{0,62}(?:\.[^\W_][\w-]{0,62}){1,8}")
_CASE = re.compile(r"#([0-9]{1,18})(?!\w)")
_DIGITS = r"[0-9]{1,15}"
_BLANK = "[ \u00a0\u202f]"
_DASH = "[-.\u2010\u2011\u2013]"
_PHONE = re.compile(
    rf"(?:\+{_BLANK}?)?(?:\([0-9]{{1,5}}\)|{_DIGITS})"
    rf"(?:(?:{_BLANK}?{_DASH}{_BLANK}?|{_BLANK}){_DIGITS}|{_BLANK}?\([0-9]{{1,5}}\){_BLANK}?(?:{_DASH}?{_DIGITS})){{0,7}}"
)
_PLUS_IN_BRACKETS = rf"\(\+[0-9]{{1,4}}\)(?:(?:{_BLANK}?{_DASH}{_BLANK}?|{_BLANK})?{_DIGITS}){{1,7}}"
"""Compiled when a text has one: slow, and seldom needed."""
_DATE = re.compile(r"(?:[0-9]{4}[-. ][0-9]{1,2}[-. ][0-9]{1,2}|[0-9]{1,2}[-. ][0-9]{1,2}[-. ][0-9]{4})(?![0-9])")
_DATE_OF_TWO = re.compile(r"[0-9]{1,2}([-.])[0-9]{1,2}\1[0-9]{2}(?![-.0-9])")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}[-\u2013](?:19|20)[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3}){1,2}")
_OCTETS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_GROUP = re.compile("[0-9]+")
_NOT_BEFORE_PHONE = frozenset("#_-./,=@&%$€£\\'")
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_LEAST_GROUPED = 8
_PLAIN_DIGITS = (10, 11)
"""Digits of a phone number without a blank, dash or plus: other lengths are usually ids."""
_SAFE_MAIL = re.compile(r"mailto:[\w.+'%-]+@[\w.-]+")
_SAFE_PHONE = re.compile(r"tel:\+?[0-9]{1,18}")


class LiveKind(enum.Enum):
    """The kinds of places that lead somewhere."""

    LINK = "link"
    MAIL = "mail"
    PHONE = "phone"
    CASE = "case"


class LivePlace(msgspec.Struct, frozen=True, gc=False):
    """A place in a text, in characters. `target` is a URL; of a case, its id."""

    start: int
    end: int
    kind: LiveKind
    target: str


def find_live(text: str) -> tuple[LivePlace, ...]:
    """Return the places of a text that lead somewhere, in order."""
    found: list[LivePlace] = []
    taken = skipped = 0
    for beginning in _BEGINNING.finditer(text):
        start = beginning.start()
        if start < skipped:
            continue
        place, skipped = _place(text, start, taken)
        if place is not None:
            found.append(place)
        if place is not None or text[start] in _LINK_LETTERS:
            taken = skipped  # an address within a rejected link is a trap
        if len(found) >= MOST:
            break
    return tuple(found)


def is_openable(url: str) -> bool:
    """Check that a URL may be given to another program: a web link, an e-mail address or a phone number."""
    return is_web_link(url) or bool(_SAFE_MAIL.fullmatch(url) or _SAFE_PHONE.fullmatch(url))


def agreement_of(url: str) -> str:
    """Return the scope of an agreement to open a URL; '' for a question each time.

    It is the scheme and host of a web link, and the whole address of an e-mail. Calls cost money: each one is asked.
    """
    scheme, _, rest = url.partition(":")
    if scheme == "mailto":
        local, _, domain = rest.rpartition("@")
        return f"mailto:{local}@{domain.lower()}"
    return f"{scheme}://{link_domain(url)}" if is_web_link(url) else ""


def _place(text: str, start: int, taken: int) -> tuple[LivePlace | None, int]:
    """Return the place that a character begins or is in, and where to look on; no place begins before `taken`."""
    match text[start]:
        case "@":
            return _mail(text, start, taken)
        case "#":
            return _case(text, start)
        case letter if letter in _LINK_LETTERS:
            return _link(text, start)
        case _:
            return _phone(text, start)


def _link(text: str, start: int) -> tuple[LivePlace | None, int]:
    matched = _LINK.match(text, start)
    if matched is None:
        return None, start + 1
    end = _link_end(text, start, matched.end())
    shown = text[start:end]
    has_scheme = shown[:4].lower() == "http"
    scheme, _, rest = shown.partition("://") if has_scheme else ("https", "", shown)
    url = f"{scheme.lower()}://{rest}"
    is_whole = matched.end() - start < _LONGEST_LINK and not _is_within_word(text, start)
    if not is_whole or not is_web_link(url) or (not has_scheme and "." not in shown[4:]):
        return None, matched.end()
    return LivePlace(start, end, LiveKind.LINK, url), matched.end()


def _is_within_word(text: str, start: int) -> bool:
    """Tell whether a link begins inside a word; an underscore before it may be a mark of italic text."""
    if start and text[start - 1] == "_":
        return text[max(start - 2, 0) : start - 1].isalnum()
    return start > 0 and text[start - 1].isalnum()


def _link_end(text: str, start: int, end: int) -> int:
    """Return the end of a link without the punctuation of the sentence around it."""
    before = text[start - 1] if start else ""
    counts = {each: text.count(each, start, end) for each in "()[]'"}
    while end > start:
        last = text[end - 1]
        is_marked = last in _AROUND_LINK and last == before
        is_single = last == "'" and counts[last] % 2 == 1
        is_closing = last in _BRACKETS and counts[_BRACKETS[last]] < counts[last]
        if not (last in _BEHIND_LINK or is_marked or is_single or is_closing):
            break
        if last in counts:
            counts[last] -= 1
        end -= 1
    return end


def _mail(text: str, at: int, taken: int) -> tuple[LivePlace | None, int]:
    domain = _DOMAIN.match(text, at + 1)
    if domain is None:
        return None, at + 1
    start = _local_start(text, at, taken, is_underlined=text[domain.end() - 1] == "_")
    if start == at:
        return None, at + 1
    host = domain[0].rstrip("-_")
    last = host.rpartition(".")[2]
    if len(last) < 2 or last.isdecimal() or _goes_on_behind_domain(text, at + 1 + len(host)):  # noqa: PLR2004 - no domain has one letter
        return None, at + 1 + len(host)
    local = quote(text[start:at], safe=".+-_'")
    return LivePlace(start, at + 1 + len(host), LiveKind.MAIL, f"mailto:{local}@{host}"), at + 1 + len(host)


def _local_start(text: str, at: int, taken: int, *, is_underlined: bool) -> int:
    """Return where the part before an @ begins; `at` if that is unclear: a part of it is another person's address."""
    first = at
    while first > max(taken, at - _LONGEST_LOCAL) and _is_local(text[first - 1]):
        first -= 1
    start = first
    if key := _KEY.search(text, first, at):
        start = key.end()
    elif _is_cut(text, first):
        return at
    while start < at and not (text[start].isalnum() or (text[start] == "_" and not is_underlined)):
        start += 1
    return start


def _is_local(letter: str) -> bool:
    return letter.isalnum() or letter in _IN_LOCAL or category(letter).startswith("M")


def _is_cut(text: str, first: int) -> bool:
    """Tell whether an address may begin before a place."""
    before, beyond = text[max(first - 1, 0) : first], text[max(first - 2, 0) : max(first - 1, 0)]
    if before and (before in _NOT_BEFORE_LOCAL or category(before) == "Cf"):
        return bool(beyond) and _is_local(beyond)
    return bool(before) and _is_local(before)


def _goes_on_behind_domain(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return bool(after) and (after == "@" or category(after).startswith("M"))


def _case(text: str, start: int) -> tuple[LivePlace | None, int]:
    found = _CASE.match(text, start)
    before = text[start - 1] if start else " "
    if found is None or _is_word(before) or before in "/&#":
        return None, start + 1
    return LivePlace(start, found.end(), LiveKind.CASE, found[1].lstrip("0") or "0"), found.end()


def _phone(text: str, start: int) -> tuple[LivePlace | None, int]:
    before = text[start - 1] if start else " "
    if _is_word(before) or before in _NOT_BEFORE_PHONE or (before == ":" and text[max(start - 2, 0)].isdigit()):
        return None, start + 1
    pattern = re.compile(_PLUS_IN_BRACKETS) if text.startswith("(+", start) else _PHONE
    found = pattern.match(text, start)
    if found is None:
        return None, start + 1
    number = _without_time(text, found[0], start)
    end = start + len(number)
    if not number or _goes_on(text, end) or not _is_number_to_call(number):
        return None, end if number else found.end()
    digits = "".join(each for each in number if each.isdigit())
    plus = "+" if "+" in number else ""
    return LivePlace(start, end, LiveKind.PHONE, f"tel:{plus}{digits}"), end


def _without_time(text: str, number: str, start: int) -> str:
    """Leave out the hours of a time behind a number."""
    end = start + len(number)
    if text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit():
        return number[: max(number.rfind(blank) for blank in " \u00a0\u202f") if " " in number else 0].rstrip()
    return number


def _goes_on(text: str, end: int) -> bool:
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if after and (_is_word(after) or after in "%€@/"):
        return True
    return after in tuple("-.,:\u2011") and _is_word(beyond) if beyond else False


def _is_number_to_call(number: str) -> bool:
    digits = sum(each.isdigit() for each in number)
    if not _LEAST_DIGITS <= digits <= _MOST_DIGITS:
        return False
    if "+" in number:
        return True
    if number.isdigit():
        return digits in _PLAIN_DIGITS
    if _DATE.match(number) or _DATE_OF_TWO.match(number) or _YEARS.fullmatch(number) or _OCTETS.fullmatch(number):
        return False
    if _NUMBER.fullmatch(number) and ("." in number or digits < _LEAST_GROUPED):
        return False
    groups = len(_GROUP.findall(number))
    return digits >= groups + groups // 2 and (digits >= _LEAST_GROUPED or "-" in number or "(" in number)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
