"""Installations beside this one, each a process: the demo's ministry, and the rehearsal of a letter to a whole province."""
