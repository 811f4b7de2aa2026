# %% wrong: the jump is multiplied by the layer's own stride before the layer is added; shows for every stride above 1 with a kernel above 1
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += (kernel_size - 1) * dilation * jump
    return size
# %% wrong: the size begins at 0, so that the answer is always one too small
def receptive_field(layers):
    total = 0
    for l in range(len(layers)):
        product = 1
        for i in range(l):
            product = product * layers[i][1]
        total += (layers[l][0] - 1) * layers[l][2] * product
    return total
# %% wrong: the dilation is kept in the jump like a stride, and widens the later layers too; shows where a layer with dilation is not the last
def receptive_field(layers):
    field = 1
    jump = 1
    for k, s, d in layers:
        field = field + (k - 1) * d * jump
        jump = jump * s * d
    return field
# %% wrong: two mistakes: the layers are taken from the output to the input with the formula for the other order, and the dilation is ignored
def receptive_field(layers):
    rf, j = 1, 1
    for k, s, _ in reversed(layers):
        rf += (k - 1) * j
        j *= s
    return rf
# %% right: backwards from one output, with size = (size - 1) * stride + length of the dilated kernel
def receptive_field(layers):
    width = 1
    for kernel_size, stride, dilation in list(layers)[::-1]:
        width = (width - 1) * stride + dilation * (kernel_size - 1) + 1
    return width
