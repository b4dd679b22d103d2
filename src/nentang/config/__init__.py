"""Where everything meets: settings, addresses, bindings, the command line."""
