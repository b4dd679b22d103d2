"""Pages of the registers: for everybody, for whoever sends in, for the desk."""
