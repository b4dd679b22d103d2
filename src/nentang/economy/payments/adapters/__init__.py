"""The world outside: gateways over HTTP, the counter of receipt numbers."""
