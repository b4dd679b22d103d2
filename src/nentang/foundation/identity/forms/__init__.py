"""What people type here. allauth's forms are loaded when they are first shown."""
