"""How the operations are computed quickly. Each module is one way, or what several ways share.

- :mod:`.dispatch` chooses the way for a convolution: :mod:`.pointwise`, :mod:`.depthwise`,
  :mod:`.winograd` or, for all others, :mod:`.im2col`.
- :mod:`.volume` makes a 3-D convolution of 2-D ones.
- :mod:`.max_pool` finds maxima, the usual 2×2 in two rounds; :mod:`.masks` clears numbers.
- :mod:`.phases` lays strided pixels side by side.
- :mod:`.workers` shares work among threads, as many as :mod:`.cores` says; :mod:`.results` has
  memory for what they return.
"""
