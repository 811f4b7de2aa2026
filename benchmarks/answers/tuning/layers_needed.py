# %% wrong: rounded down
def layers_needed(field, kernel_size):
    return (field - 1) // (kernel_size - 1)
# %% wrong: true division, no rounding at all
def layers_needed(field, kernel_size):
    return (field - 1) / (kernel_size - 1)
# %% wrong: field divided by K, rounded up
def layers_needed(field, kernel_size):
    return math.ceil(field / kernel_size)
# %% wrong: the 1 is not taken away from the field
def layers_needed(field, kernel_size):
    return math.ceil(field / (kernel_size - 1))
# %% wrong: always one more, floor + 1
def layers_needed(field, kernel_size):
    return (field - 1) // (kernel_size - 1) + 1
# %% wrong: each layer adds K instead of K - 1
def layers_needed(field, kernel_size):
    return math.ceil((field - 1) / kernel_size)
# %% wrong: rounded to the nearest whole number
def layers_needed(field, kernel_size):
    return round((field - 1) / (kernel_size - 1))
# %% wrong: each layer is taken to add 2, right for K = 3 only
def layers_needed(field, kernel_size):
    return math.ceil((field - 1) / 2)
# %% wrong: at least one layer, also for a field of 1
def layers_needed(field, kernel_size):
    return max(1, math.ceil((field - 1) / (kernel_size - 1)))
# %% wrong: > instead of >=, the loop goes on until the field is exceeded
def layers_needed(field, kernel_size):
    layers, size = 0, 1
    while not size > field:
        size += kernel_size - 1
        layers += 1
    return layers
# %% wrong: the size is never increased, the loop does not end
def layers_needed(field, kernel_size):
    layers, size = 0, 1
    while size < field:
        layers += 1
    return layers
# %% right: rounding up with math.ceil
def layers_needed(field, kernel_size):
    return math.ceil((field - 1) / (kernel_size - 1))
# %% right: negative floor division
def layers_needed(field, kernel_size):
    return -((1 - field) // (kernel_size - 1))
# %% right: counting layers
def layers_needed(field, kernel_size):
    layers, size = 0, 1
    while size < field:
        size += kernel_size - 1
        layers += 1
    return layers
