"""What allauth and OpenID Connect ask of us: sign-in, second factors, claims, keys."""
