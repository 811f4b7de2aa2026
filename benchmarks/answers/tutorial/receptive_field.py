# %% wrong: the layers are unpacked by rows in place of columns: ValueError unless there are exactly three layers, and with three the numbers are mixed up
def receptive_field(layers):
    kernels, strides, dilations = np.array(layers)
    field, jump = 1, 1
    for k, s, d in zip(kernels, strides, dilations):
        field += (k - 1) * d * jump
        jump *= s
    return int(field)
# %% wrong: the jump is multiplied by the dilation too, so a dilation widens the fields of all later layers; right without dilation
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        size += (kernel_size - 1) * dilation * jump
        jump *= stride * dilation
    return size
# %% wrong: the number is right, but the layers are popped off the caller's list, which is empty afterwards (a second call gives 1; a tuple has no pop: AttributeError)
def receptive_field(layers):
    jump = field = 1
    while layers:
        k, s, d = layers.pop(0)
        field += d * (k - 1) * jump
        jump *= s
    return field
# %% wrong: two mistakes: a layer's own stride is taken into its jump, and strides are added up in place of multiplied
def receptive_field(layers):
    field = 1
    jump = 0
    for k, s, d in layers:
        jump += s
        field += (k - 1) * d * jump
    return field
# %% right: backwards from one output to the input
def receptive_field(layers):
    width = 1
    for k, s, d in layers[::-1]:
        width = (width - 1) * s + (k - 1) * d + 1
    return width
