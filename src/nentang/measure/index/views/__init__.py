"""Pages of the index: what everybody reads, and the desk of those who answer, appraise and publish."""
