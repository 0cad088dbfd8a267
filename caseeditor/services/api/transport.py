"""TLS verification by the system's trust store, and proxies by setting or environment, except for loopback."""

import ssl
import urllib.request
from urllib.parse import urlsplit

import truststore

from caseeditor.domain.case.reference import Server


def empty_context() -> ssl.SSLContext:
    """Return a context without trusted roots, for plain HTTP, where loading them would be wasted time."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def system_context() -> ssl.SSLContext:
    """Return a context that verifies against the system's trust store."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def proxy_for(server: Server, setting: str) -> str | None:
    """Return the proxy's URL from the setting, the environment or the system; None for loopback.

    Raises:
        ValueError: The URL is invalid.
    """
    if server.is_loopback:
        return None
    proxy = setting
    if not proxy and not urllib.request.proxy_bypass(server.domain):
        found = urllib.request.getproxies()
        proxy = found.get("http" if server.is_plain else "https") or found.get("all") or ""
    if not proxy:
        return None
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    parts = urlsplit(proxy)
    if not parts.hostname or parts.port == 0:  # reading the port raises if it is above 65535
        raise ValueError
    return proxy


def is_distrust(error: BaseException) -> bool:
    """Check whether a connection failed because of an untrusted certificate."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(cause):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
