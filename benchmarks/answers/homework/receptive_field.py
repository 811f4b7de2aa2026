# %% wrong: own stride counted as well
def receptive_field(layers):
    r, j = 1, 1
    for k, s, d in layers:
        j *= s
        r += (k - 1) * d * j
    return r
# %% wrong: dilation multiplies the jump for later layers
def receptive_field(layers):
    r, j = 1, 1
    for k, s, d in layers:
        j *= d
        r += (k - 1) * j
        j *= s
    return r
# %% wrong: from the output with the order not reversed: r = (r - 1) s + span
def receptive_field(layers):
    r = 1
    for k, s, d in layers:
        r = (r - 1) * s + d * (k - 1) + 1
    return r
# %% wrong: adds K, not K - 1
def receptive_field(layers):
    r, j = 0, 1
    for k, s, d in layers:
        r += k * d * j
        j *= s
    return r
# %% right: backwards
def receptive_field(layers):
    r = 1
    for k, s, d in reversed(layers):
        r = (r - 1) * s + d * (k - 1) + 1
    return r
