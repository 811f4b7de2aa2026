"""What speed.py times, with what clock, and how it says so. Each module is one idea.

- :mod:`.cases`: the operations and the LeNet step, ours and PyTorch's; :mod:`.peer`: DeZero's.
- :mod:`.clock`: seconds of a call, of several sides in turns; :mod:`.memory`: what a call adds.
- :mod:`.ratios`, with :mod:`.tables`; :mod:`.growth`; :mod:`.training`: measured, and reported.
- :mod:`.machine`: what it was measured on; :mod:`.page`: where in the README it stands.
"""
