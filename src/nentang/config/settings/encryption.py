"""Whether an address leads somewhere encrypted, or stays on this machine."""

from urllib.parse import parse_qs, urlsplit

HERE = {"", "localhost", "127.0.0.1", "::1"}


def is_here(host: str) -> bool:
    """Whether nothing leaves this machine: a loopback name, or the folder of a socket."""
    return host in HERE or host.startswith("/")


def is_encrypted_database(url: str) -> bool:
    """Whether the connection is on this machine or checks the server's name and certificate."""
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    hosts = asked.get("host", [parts.hostname or ""])
    return all(map(is_here, hosts)) or asked.get("sslmode") == ["verify-full"]


def is_encrypted_web(url: str) -> bool:
    """Whether it is HTTPS, on this machine, or not set."""
    return urlsplit(url).scheme == "https" or is_here(urlsplit(url).hostname or "")
