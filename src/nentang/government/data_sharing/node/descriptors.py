"""How many connections the system lets a node hold: each is a file descriptor, and so is the one a call leads to."""

import resource

FOR_FILES = 96  # the log, its hand-over, snapshot, stamps, what listens
EACH = 2  # one in, one out


def needed_for(connections: int) -> int:
    """Descriptors for so many connections at once."""
    return EACH * connections + FOR_FILES


def connections_within(descriptors: int) -> int:
    """The other way round; at least one."""
    return max(1, (descriptors - FOR_FILES) // EACH)


def room_for(connections: int) -> int:
    """How many of so many connections fit, once the process's own limit is raised as far as it may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = needed_for(connections)
    if soft < needed and soft != hard:
        soft = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return connections
    return connections_within(soft)


def too_few(connections: int, room: int) -> str:
    """What to say, and to do, where not all of them fit."""
    return (
        f"The system lets this process open files for {room} connections, not for {connections}: those beyond are"
        f" told to come back. Set LimitNOFILE={needed_for(connections)} in its unit (or ulimit -n), or lower"
        " most_connections."
    )
