"""When one may complain, how long an office has, and who must not handle a complaint."""
