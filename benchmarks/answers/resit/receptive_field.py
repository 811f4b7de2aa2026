# %% wrong: the jump is multiplied before the layer is added, so a stride widens its own layer
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += (kernel_size - 1) * dilation * jump
    return size
# %% wrong: the dilation goes into the jump as well and so widens the later layers
def receptive_field(layers):
    field = 1
    jump = 1
    for k, s, d in layers:
        field = field + (k - 1) * d * jump
        jump = jump * s * d
    return field
# %% wrong: the layers are taken from the output to the input, while the jump is that of the layers before
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in reversed(layers):
        size += (kernel_size - 1) * dilation * jump
        jump *= stride
    return size
# %% wrong: the jump is only the stride of the layer before, not the product of all strides so far
def receptive_field(layers):
    total = 1
    previous_stride = 1
    for (kernel_size, stride, dilation) in layers:
        total += (kernel_size - 1) * dilation * previous_stride
        previous_stride = stride
    return total
# %% right: recursion: the field behind the first layer, seen through it
def receptive_field(layers):
    def width(layers):
        if not layers:
            return 1
        (kernel_size, stride, dilation), *rest = layers
        return (width(rest) - 1) * stride + (kernel_size - 1) * dilation + 1

    return width(list(layers))
