# %% wrong: the jump is multiplied by the layer's own stride before its steps are added; shows when a layer with kernel above 1 has a stride above 1
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        jump *= s
        size += (k - 1) * d * jump
    return size
# %% wrong: the dilation is taken into the jump as well and widens later layers; shows when a dilated layer is followed by another one
def receptive_field(layers):
    size = 1
    jump = 1
    for kernel_size, stride, dilation in layers:
        size = size + (kernel_size - 1) * dilation * jump
        jump = jump * stride * dilation
    return size
# %% wrong: the jump is the stride of the layer just before only, not the product of all strides so far; shows with three layers or more when an earlier stride is above 1
def receptive_field(layers):
    r = 1
    previous = 1
    for (k, s, d) in layers:
        r += (k - 1) * d * previous
        previous = s  # stride for the next layer
    return r
# %% wrong: the dilated kernel is counted as K * dilation long, not (K - 1) * dilation + 1; shows when a dilation is above 1
def receptive_field(layers):
    field = 1
    for n, (k, _, d) in enumerate(layers):
        jump = math.prod(s for _, s, _ in layers[:n])
        field += (k * d - 1) * jump
    return field
# %% right: backwards, the width that a layer needs for the width after it
def receptive_field(layers):
    width = 1
    for kernel_size, stride, dilation in reversed(list(layers)):
        width = (width - 1) * stride + 1 + (kernel_size - 1) * dilation
    return width
