# %% wrong: a stride already widens its own layer, the jump is multiplied before it is used
def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride, dilation in layers:
        jump *= stride
        field += (kernel - 1) * dilation * jump
    return field
# %% wrong: the jump is the last layer's stride alone, not the product
def receptive_field(layers):
    total = 1
    before = 1
    for k, s, d in layers:
        total += (k - 1) * d * before
        before = s
    return total
# %% wrong: begins at 0, the pixel itself is not counted
def receptive_field(layers):
    jumps = [1]
    for _, s, _ in layers:
        jumps.append(jumps[-1] * s)
    return sum((k - 1) * d * j for (k, _, d), j in zip(layers, jumps))
# %% wrong: the dilation goes into the jump of the later layers as well
def receptive_field(layers):
    size = jump = 1
    for k, s, d in layers:
        jump *= d
        size += (k - 1) * jump
        jump *= s
    return size
# %% right: backwards, from one output to what it needs
def receptive_field(layers):
    needed = 1
    for kernel_size, stride, dilation in reversed(list(layers)):
        needed = (needed - 1) * stride + dilation * (kernel_size - 1) + 1
    return needed
