# %% wrong: the jump is multiplied by the layer's own stride before the layer is added, so a stride widens its own layer; shows when a stride > 1 and that layer's kernel > 1
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += (kernel_size - 1) * dilation * jump
    return size
# %% wrong: a dilated kernel is taken to be K * D long instead of (K - 1) * D + 1, so (K * D - 1) * jump is added; shows when a dilation > 1
def receptive_field(layers):
    r = 1
    j = 1
    for k, s, d in layers:
        r = r + (k * d - 1) * j
        j = j * s
    return r
# %% wrong: the jump is set to the stride of the layer before instead of multiplied by it, so older strides are forgotten; shows with three or more layers when a stride > 1 comes earlier than the layer before
def receptive_field(layers):
    field = 1
    jump = 1
    for kernel_size, stride, dilation in layers:
        field += (kernel_size - 1) * dilation * jump
        jump = stride
    return field
# %% wrong: the recursion (size - 1) * S + (K - 1) * D + 1, which belongs to a walk backwards, is walked from the first layer to the last; shows with strides when the order of the layers matters
def receptive_field(layers):
    size = 1
    for (K, S, D) in layers:
        size = (size - 1) * S + (K - 1) * D + 1
    return size
# %% right: backwards, from the output to the input
def receptive_field(layers):
    width = 1
    for kernel_size, stride, dilation in list(layers)[::-1]:
        width = stride * (width - 1) + dilation * (kernel_size - 1) + 1
    return width
