"""One case for whatever an office works on."""
