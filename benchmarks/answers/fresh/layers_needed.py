# %% wrong: floor instead of ceil
def layers_needed(field, kernel_size):
    return (field - 1) // (kernel_size - 1)
# %% wrong: field / (kernel_size - 1), forgets the - 1
def layers_needed(field, kernel_size):
    return math.ceil(field / (kernel_size - 1))
# %% wrong: (field - 1) / kernel_size, each layer adds K instead of K - 1
def layers_needed(field, kernel_size):
    return math.ceil((field - 1) / kernel_size)
# %% wrong: field - kernel_size without the first layer
def layers_needed(field, kernel_size):
    if field <= kernel_size:
        return 1
    return -(-(field - kernel_size) // (kernel_size - 1))
# %% wrong: one layer at least, also for a field of 1
def layers_needed(field: int, kernel_size: int) -> int:
    layers = 1
    seen = kernel_size
    while seen < field:
        seen += kernel_size - 1
        layers += 1
    return layers
# %% wrong: recursion, too deep for large fields
def layers_needed(field, kernel_size):
    if field <= 1:
        return 0
    return 1 + layers_needed(field - kernel_size + 1, kernel_size)
# %% wrong: loop runs until the field is more than wanted (<= instead of <)
def layers_needed(field, kernel_size):
    n, r = 0, 1
    while r <= field:
        r = r + (kernel_size - 1)
        n = n + 1
    return n
# %% wrong: round() of the quotient, rounds down below a half
def layers_needed(field, kernel_size):
    grow = kernel_size - 1
    return int(round((field - 1) / grow))
# %% right: integer
def layers_needed(field, kernel_size):
    step = kernel_size - 1
    return (field - 1 + step - 1) // step
# %% right: loop
def layers_needed(field, kernel_size):
    count = 0
    sees = 1
    while sees < field:
        sees += kernel_size - 1
        count += 1
    return count
