# %% wrong: layers from the input on
def pixels_read(position, layers):
    p = {position}
    for k, s, d in layers:
        p = {i * s + d * t for i in p for t in range(k)}
    return sorted(p)
# %% wrong: duplicates kept
def pixels_read(position, layers):
    p = [position]
    for k, s, d in layers[::-1]:
        p = [i * s + d * t for i in p for t in range(k)]
    return sorted(p)
# %% wrong: the whole range, holes too
def pixels_read(position, layers):
    a = b = position
    for k, s, d in layers[::-1]:
        a, b = a * s, b * s + d * (k - 1)
    return list(range(a, b + 1))
# %% wrong: stride multiplies the tap as well
def pixels_read(position, layers):
    p = {position}
    for k, s, d in layers[::-1]:
        p = {(i + d * t) * s for i in p for t in range(k)}
    return sorted(p)
# %% right: sets
def pixels_read(position, layers):
    p = {position}
    for k, s, d in reversed(layers):
        p = {i * s + d * t for i in p for t in range(k)}
    return sorted(p)
