"""The live edition: a notebook as it is typed in front of a class, and what helps at it.

    from cnnhelpers.course.live import typed_blocks
"""

from cnnhelpers.course.live.blocks import Block, typed_blocks

__all__ = ["Block", "typed_blocks"]
