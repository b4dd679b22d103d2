"""CPU and memory of processes, read from /proc: they move less than rates while others use the machine."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

_TICK = os.sysconf("SC_CLK_TCK")


def cpu_of(pid: int) -> float:
    """Seconds of CPU that the process itself has used."""
    utime, stime, _, _ = _times(pid)
    return (utime + stime) / _TICK


def cpu_of_tree(pid: int) -> float:
    """Seconds of CPU of a process and of all below it, ended ones included."""
    return sum(_times(pid)) / _TICK + sum(cpu_of_tree(child) for child in _children(pid))


def descendants_of(pid: int) -> list[int]:
    """All processes below it."""
    return [each for child in _children(pid) for each in (child, *descendants_of(child))]


def memory_of_tree(pid: int) -> list[int]:
    """Bytes of memory that each process of the tree does not share with others, the root first."""
    own = [line for line in _read(pid, "smaps_rollup").splitlines() if line.startswith("Private_")]
    mine = 1024 * sum(int(line.split()[1]) for line in own)
    return [mine, *(each for child in _children(pid) for each in memory_of_tree(child))]


def postmaster_of(url: str) -> int:
    """The process of the PostgreSQL server on this machine, of which each connection's is a child."""
    import psycopg

    with psycopg.connect(url) as session:
        parent = _read(session.info.backend_pid, "status").partition("PPid:")[2]
    return int(parent.split()[0])


def is_here(url: str) -> bool:
    """Whether that server runs on this machine."""
    return urlsplit(url).hostname in ("127.0.0.1", "localhost")


def _times(pid: int) -> list[int]:
    words = _read(pid, "stat").rpartition(")")[2].split()
    return [int(word) for word in words[11:15]] if words else [0, 0, 0, 0]


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, task.read_text().split())


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:  # it has ended
        return ""
