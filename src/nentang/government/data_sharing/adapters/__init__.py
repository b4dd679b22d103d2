"""Numbers of requests, keys of the network, files that nodes read and write."""
