"""People, accounts, assurance, officers, mandates, OpenID Connect."""
