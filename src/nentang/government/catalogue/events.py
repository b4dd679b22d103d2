"""What happened in the catalogue."""

from nentang.kernel.frozen import Frozen


class BundlePublished(Frozen):
    """An office published a bundle; it holds from that day (ISO) on."""

    name = "catalogue.bundle_published"

    procedure: str
    digest: str
    valid_from: str
