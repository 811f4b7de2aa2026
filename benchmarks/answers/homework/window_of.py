# %% wrong: end excluded (one too far)
def window_of(position, layers):
    a = b = position
    for k, s, p in layers[::-1]:
        a, b = a * s - p, b * s - p + k
    return a, b
# %% wrong: clips the start at 0
def window_of(position, layers):
    a = b = position
    for k, s, p in layers[::-1]:
        a, b = max(a * s - p, 0), b * s - p + k - 1
    return a, b
# %% wrong: padding scaled by the stride: (a - p) * s
def window_of(position, layers):
    a = b = position
    for k, s, p in layers[::-1]:
        a, b = (a - p) * s, (b - p) * s + k - 1
    return a, b
# %% wrong: layers from the input on
def window_of(position, layers):
    a = b = position
    for k, s, p in layers:
        a, b = a * s - p, b * s - p + k - 1
    return a, b
# %% right: backwards
def window_of(position, layers):
    a = b = position
    for k, s, p in reversed(layers):
        a, b = a * s - p, b * s - p + k - 1
    return a, b
