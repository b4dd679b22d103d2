"""Status sync: the ten national states of dossiers, to and from other portals."""
