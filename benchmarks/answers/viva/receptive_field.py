# %% wrong: the jump is multiplied by a layer's own stride before that layer's K - 1 steps are added, so a stride already widens its own layer
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += (kernel_size - 1) * dilation * jump
    return size
# %% wrong: the dilation is multiplied into the jump and so widens all later layers as well, not only its own
def receptive_field(layers):
    field = 1
    step = 1
    for k, s, d in layers:
        step = step * d
        field = field + (k - 1) * step
        step = step * s
    return field
# %% wrong: the recursion that belongs to a walk from the output to the input is run from the input to the output (layers not reversed), so a layer is stretched by the strides of later layers and not by those before it
def receptive_field(layers):
    width = 1
    for (kernel_size, stride, dilation) in layers:
        width = (width - 1) * stride + (kernel_size - 1) * dilation + 1
    return width
# %% wrong: two mistakes: the sum starts at 0, not at 1, and each triple is unpacked as (kernel_size, dilation, stride), so stride and dilation are exchanged
def receptive_field(layers):
    total = 0
    distance = 1
    for K, D, S in layers:
        total += (K - 1) * D * distance
        distance *= S
    return total
# %% right: backward recursion with functools.reduce
def receptive_field(layers):
    from functools import reduce

    def below(width, layer):
        kernel_size, stride, dilation = layer
        return (width - 1) * stride + (kernel_size - 1) * dilation + 1

    return reduce(below, list(layers)[::-1], 1)
