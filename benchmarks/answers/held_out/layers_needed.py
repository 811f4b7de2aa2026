# %% wrong: int() cuts the fraction, rounded down
def layers_needed(field, kernel_size):
    return int((field - 1) / (kernel_size - 1))
# %% wrong: starts from a field of 0 instead of 1
def layers_needed(field, kernel_size):
    seen = 0
    count = 0
    while seen < field:
        seen += kernel_size - 1
        count += 1
    return count
# %% wrong: starts with one layer, so a field of 1 gives 1 instead of 0
def layers_needed(field, kernel_size):
    seen = kernel_size
    count = 1
    while seen < field:
        seen += kernel_size - 1
        count += 1
    return count
# %% wrong: each layer multiplies the field by K
def layers_needed(field, kernel_size):
    seen = 1
    count = 0
    while seen < field:
        seen *= kernel_size
        count += 1
    return count
# %% wrong: each layer adds K pixels
def layers_needed(field, kernel_size):
    seen = 1
    count = 0
    while seen < field:
        seen += kernel_size
        count += 1
    return count
# %% wrong: half kernels, counted for the corner: a layer adds (K - 1) / 2
def layers_needed(field, kernel_size):
    return math.ceil(2 * (field - 1) / (kernel_size - 1))
# %% wrong: parentheses missing, field - 1 / (K - 1)
def layers_needed(field, kernel_size):
    return math.ceil(field - 1 / (kernel_size - 1))
# %% wrong: -(-a) // b without the outer parentheses, rounds down
def layers_needed(field, kernel_size):
    return -(-(field - 1)) // (kernel_size - 1)
# %% wrong: the stop condition is checked after the layer is added, one layer too many
def layers_needed(field, kernel_size):
    seen = 1
    count = 0
    while True:
        seen += kernel_size - 1
        count += 1
        if seen >= field + kernel_size - 1:
            return count
# %% wrong: kernel_size and field are exchanged in the signature
def layers_needed(kernel_size, field):
    return -(-(field - 1) // max(1, kernel_size - 1))
# %% wrong: RecursionError, the field does not get smaller
def layers_needed(field, kernel_size):
    if field <= 1:
        return 0
    return 1 + layers_needed(field, kernel_size)
# %% wrong: stops only if the field is hit exactly, otherwise None
def layers_needed(field, kernel_size):
    for count in range(field):
        if 1 + count * (kernel_size - 1) == field:
            return count
# %% wrong: adds 0.9 and cuts, which does not round up for kernels of 12 and more
def layers_needed(field, kernel_size):
    return int((field - 1) / (kernel_size - 1) + 0.9)
# %% right: recursion
def layers_needed(field, kernel_size):
    return 0 if field <= 1 else 1 + layers_needed(field - (kernel_size - 1), kernel_size)
# %% right: add before the floor division
def layers_needed(field, kernel_size):
    return (field - 1 + kernel_size - 2) // (kernel_size - 1)
# %% right: divmod and a conditional
def layers_needed(field, kernel_size):
    whole, rest = divmod(field - 1, kernel_size - 1)
    return whole + (1 if rest else 0)
