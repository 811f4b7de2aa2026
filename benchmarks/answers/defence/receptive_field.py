# %% wrong: the jump is multiplied by the layer's own stride before the layer is added, so a stride widens its own layer too
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += (kernel_size - 1) * dilation * jump
    return size
# %% wrong: the strides are added up instead of multiplied (jump += stride - 1), wrong as soon as two layers before the last one have a stride above 1
def receptive_field(layers):
    field = 1
    jump = 1
    for k, s, d in layers:
        field = field + (k - 1) * d * jump
        jump += s - 1
    return field
# %% wrong: the dilation is multiplied into the jump as well, as if it were a stride, so it widens all later layers too
def receptive_field(layers):
    size = 1
    jump = 1
    for (kernel_size, stride, dilation) in layers:
        size += (kernel_size - 1) * dilation * jump
        jump = jump * stride * dilation
    return size
# %% wrong: starts at 0 instead of 1, so the field is one pixel too small
def receptive_field(layers):
    jumps = [int(np.prod([s for _, s, _ in layers[:i]])) for i in range(len(layers))]
    return sum((k - 1) * d * j for (k, _, d), j in zip(layers, jumps))
# %% right: from the output back to the input, as the length of a span
def receptive_field(layers):
    span = 0
    for kernel_size, stride, dilation in reversed(layers):
        span = span * stride + (kernel_size - 1) * dilation
    return span + 1
