"""How many numbers a layer learns."""
