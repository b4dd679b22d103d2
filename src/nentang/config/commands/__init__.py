"""One file a command of `nentang`: `add_arguments(parser)` and `run(arguments) -> exit code`."""
