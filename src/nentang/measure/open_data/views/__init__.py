"""Pages of open data: for everybody, for who asks or builds, for the office."""
