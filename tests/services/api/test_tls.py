"""Real TLS: a certificate is trusted by the system's store, or nothing is sent."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from tests.services.client import read, update, why_not_read, why_not_updated
from tests.support.raw_http_server import CASE, RawHttpServer, answering, http

AUTHORITY = trustme.CA()
PAST = datetime(2015, 3, 16, tzinfo=UTC)


def context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Add our authority to the system's store, as a Linux administrator can."""
    file = tmp_path / "authority.pem"
    AUTHORITY.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    return file


def failures(certificate: trustme.LeafCert) -> tuple[Failure, Failure]:
    """Read from and update a server with this certificate; no request may arrive there."""
    with RawHttpServer(answering(http(CASE)), context(certificate)) as stub:
        found = why_not_read(stub.url), why_not_updated(stub.url)
        assert stub.connections == 2
        assert stub.asked == []
    return found


@pytest.mark.linux_only("a file of authorities; Windows trusts its own store")
@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_an_authority_that_the_system_trusts_convinces() -> None:
    with RawHttpServer(answering(http(CASE)), context(AUTHORITY.issue_cert("127.0.0.1"))) as stub:
        assert read(stub.url).id == "203"
        assert update(stub.url) is not None


@pytest.mark.linux_only("a file of authorities; Windows trusts its own store")
@pytest.mark.usefixtures("trusted")
def test_a_name_is_checked_as_well_as_an_address() -> None:
    with RawHttpServer(answering(http(CASE)), context(AUTHORITY.issue_cert("localhost")), "localhost") as stub:
        assert read(stub.url).id == "203"


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    "certificate",
    [
        trustme.CA().issue_cert("127.0.0.1"),
        AUTHORITY.issue_cert("example.org"),
        AUTHORITY.issue_cert("127.0.0.1", not_before=PAST, not_after=PAST.replace(year=2016)),
        AUTHORITY.issue_cert("127.0.0.1", not_before=PAST.replace(year=2090), not_after=PAST.replace(year=2091)),
    ],
    ids=["unknown authority", "wrong host", "expired", "not yet valid"],
)
def test_any_other_certificate_is_distrusted_before_anything_is_sent(certificate: trustme.LeafCert) -> None:
    for failure in failures(certificate):
        assert (failure.kind, failure.reach) == (FailureKind.UNTRUSTED, RequestReach.UNSENT)


def test_an_authority_that_the_system_does_not_trust_does_not_convince() -> None:
    for failure in failures(AUTHORITY.issue_cert("127.0.0.1")):
        assert failure.kind is FailureKind.UNTRUSTED


def test_a_server_that_speaks_no_tls_gets_nothing() -> None:
    with RawHttpServer(lambda line: line.send(http(b"", b"400 x"))) as stub:
        failure = why_not_updated(stub.url.replace("http:", "https:"))
        assert stub.connections == 1
    assert (failure.kind, failure.reach) == (FailureKind.UNREACHABLE, RequestReach.UNSENT)


@pytest.mark.parametrize("content", [None, b"", b"nonsense", b"-----BEGIN CERTIFICATE-----\nAAAA\n", "a folder"])
def test_a_bad_file_of_authorities_is_told_and_trusts_nobody(
    content: bytes | str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bad.pem"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content:
        file.mkdir()
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    for failure in failures(AUTHORITY.issue_cert("127.0.0.1")):
        assert (failure.kind, failure.reach) == (FailureKind.UNTRUSTED, RequestReach.UNSENT)


def test_a_bad_file_of_authorities_does_not_matter_to_plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/at/all")
    with RawHttpServer(answering(http(CASE))) as stub:
        assert read(stub.url).id == "203"


def test_plain_http_to_a_far_host_is_refused_without_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    with RawHttpServer(answering(http(CASE))) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        for failure in (why_not_read("http://far.example"), why_not_updated("http://far.example")):
            assert (failure.kind, failure.reach) == (FailureKind.PLAIN_HTTP, RequestReach.UNSENT)
        assert proxy.connections == 0
