"""Who did and who looked at what, why and on what legal basis."""
