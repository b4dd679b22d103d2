"""What services keeps outside of its models: serial numbers of a day."""
