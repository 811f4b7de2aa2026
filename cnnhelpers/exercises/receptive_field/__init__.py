"""What an output sees."""
