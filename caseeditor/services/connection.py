"""How a server is reached: TLS by the system's trust store, proxies by setting or environment, loopback past them."""

import ssl
import urllib.request

import truststore

from caseeditor.domain.address import Server


def empty_context() -> ssl.SSLContext:
    """Return a context that trusts nobody, for plain http: loading the roots would cost time for nothing."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def system_context() -> ssl.SSLContext:
    """Return the context that verifies against the system's trust store."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def proxy_for(server: Server, setting: str) -> str | None:
    """Return the proxy's URL: the setting's, else the environment's (or the system's); loopback has none."""
    if server.is_loopback:
        return None
    if setting:
        return setting
    if urllib.request.proxy_bypass(server.domain):
        return None
    found = urllib.request.getproxies()
    proxy = found.get("http" if server.is_plain else "https") or found.get("all")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"


def is_distrust(error: BaseException) -> bool:
    """Tell whether a connection failed because the certificate did not convince."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(cause):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
