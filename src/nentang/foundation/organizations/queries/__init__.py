"""Reads: places, bodies, geography as a whole."""

from .geography import GeographyShare, geography_map, geography_source
from .organizations import (
    OrganizationInfo,
    current_organization,
    find_organization_for,
    is_within,
    organization,
    organization_by_code,
    organization_for,
    organization_names,
    organization_with_task,
    organizations_for,
    search_organizations,
)
from .search import search_former_units, search_units
from .succession import SuccessionInfo, candidates, conversion_of_province, predecessors, successors
from .units import (
    UnitInfo,
    ancestors,
    children,
    province_of,
    unit_as_of,
    units_on,
)

__all__ = [
    "GeographyShare",
    "OrganizationInfo",
    "SuccessionInfo",
    "UnitInfo",
    "ancestors",
    "candidates",
    "children",
    "conversion_of_province",
    "current_organization",
    "find_organization_for",
    "geography_map",
    "geography_source",
    "is_within",
    "organization",
    "organization_by_code",
    "organization_for",
    "organization_names",
    "organization_with_task",
    "organizations_for",
    "predecessors",
    "province_of",
    "search_former_units",
    "search_organizations",
    "search_units",
    "successors",
    "unit_as_of",
    "units_on",
]
