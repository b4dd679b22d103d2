"""Numbers, windows and the call screen of the one-stop desk."""
