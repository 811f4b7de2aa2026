# %% wrong: the jump is multiplied by the layer's stride before the layer's own growth is added, so a stride already widens its own layer
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        jump *= s
        size += (k - 1) * d * jump
    return size
# %% wrong: the strides are added up and not multiplied: the jump is 1 plus the sum of (stride - 1) of the earlier layers
def receptive_field(layers):
    field = 1
    jump = 1
    for kernel_size, stride, dilation in layers:
        field += (kernel_size - 1) * dilation * jump
        jump += stride - 1
    return field
# %% wrong: the tuple is unpacked as (kernel, dilation, stride), so stride and dilation are exchanged
def receptive_field(layers):
    total, step = 1, 1
    for kernel, dilation, stride in layers:
        total += (kernel - 1) * dilation * step
        step *= stride
    return total
# %% wrong: two mistakes: the start is 0 and not 1, so the field is one pixel too small, and the dilation is ignored
def receptive_field(layers):
    return sum((k - 1) * math.prod(s for _, s, _ in layers[:i]) for i, (k, _, _) in enumerate(layers))
# %% right: from the last layer back to the input, size = (size - 1) * stride + dilated kernel
def receptive_field(layers):
    size = 1
    for k, s, d in reversed(list(layers)):
        size = (size - 1) * s + (k - 1) * d + 1
    return size
