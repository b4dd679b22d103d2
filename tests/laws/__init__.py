"""Laws of the whole house: small tests, each with the sentence that a newcomer needs."""
