"""What stands outside: the disk, the virus scanner, the typesetter, keys and signatures."""
