"""How the operations are computed quickly. Each module is one way, or what several ways share.

- :mod:`.dispatch` chooses the way for a convolution: :mod:`.pointwise`, :mod:`.depthwise`,
  :mod:`.winograd` or, for all others, :mod:`.im2col`.
- :mod:`.volume` makes a 3-D convolution of 2-D ones.
- :mod:`.max_pool_2x2` is the usual pooling.
- :mod:`.phases` lays strided pixels side by side; :mod:`.workers` shares work among threads.
"""
