"""Rules of land: shapes, planes, shares, areas, and what the law says of them."""
