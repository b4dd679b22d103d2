"""One file a capability, each printing a ratio against its peer or limit, measured in the same run."""
