"""Watch: signs of attack become cases, and people hear when their way of signing in changes."""
