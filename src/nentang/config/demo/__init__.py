"""The demo: Bến Tre in 2020 and Yên Hoà commune, invented people, real actions."""
