"""What happened in the catalogue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BundlePublished:
    """An office published a bundle; it holds from that day (ISO) on."""

    name = "catalogue.bundle_published"

    procedure: str
    digest: str
    valid_from: str
