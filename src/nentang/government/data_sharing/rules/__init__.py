"""What the law says of requests for data, and what they may hold."""
