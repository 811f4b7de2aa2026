# %% wrong: walks back from the output but does not reverse the list
def receptive_field(layers):
    size = 1
    for kernel_size, stride, dilation in layers:
        size = (size - 1) * stride + dilation * (kernel_size - 1) + 1
    return size

# %% wrong: the jump is multiplied before the layer is added, its own stride counts
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += (kernel_size - 1) * dilation * jump
    return size

# %% wrong: the dilation is kept in the jump, it widens all later layers
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= dilation
        size += (kernel_size - 1) * jump
        jump *= stride
    return size

# %% wrong: strides are added up instead of multiplied
def receptive_field(layers):
    size, jump = 1, 0
    for kernel_size, stride, dilation in layers:
        size += (kernel_size - 1) * dilation * max(jump, 1)
        jump += stride
    return size

# %% wrong: begins with 0 instead of 1
def receptive_field(layers):
    size, jump = 0, 1
    for kernel_size, stride, dilation in layers:
        size += (kernel_size - 1) * dilation * jump
        jump *= stride
    return size

# %% wrong: the span has dilation * K - 1 steps instead of dilation * (K - 1)
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        size += (kernel_size * dilation - 1) * jump
        jump *= stride
    return size

# %% right: walks back from the output
def receptive_field(layers):
    width = 1
    for kernel_size, stride, dilation in reversed(layers):
        width = (width - 1) * stride + (kernel_size - 1) * dilation + 1
    return width

# %% right: the formula as it stands
def receptive_field(layers):
    total = 1
    for l, (kernel_size, _, dilation) in enumerate(layers):
        total += (kernel_size - 1) * dilation * math.prod(stride for _, stride, _ in layers[:l])
    return total
