"""The capstone: what a network costs, digits that are moved, and which networks are worth it."""
