# %% wrong: the jump is multiplied by the stride of the next layer, layers[i + 1], which does not exist after the last one: IndexError
def receptive_field(layers):
    size, jump = 1, 1
    for i in range(len(layers)):
        k, s, d = layers[i]
        size += (k - 1) * d * jump
        jump *= layers[i + 1][1]
    return size
# %% wrong: size = (size - 1) * stride + span belongs to a walk from the output to the input, but here it starts at the input; right where all layers are alike or have stride 1
def receptive_field(layers):
    size = 1
    for kernel, stride, dilation in layers:
        span = dilation * (kernel - 1) + 1
        size = (size - 1) * stride + span
    return size
# %% wrong: the dilation is multiplied into the jump and stays there, so it spreads the taps of all later layers too; right where only the last layer is dilated
def receptive_field(layers):
    field = jump = 1
    for layer in layers:
        jump *= layer[2]
        field += (layer[0] - 1) * jump
        jump *= layer[1]
    return field
# %% wrong: two mistakes: the layer's own stride is multiplied in before its width is added, and the 1 at the beginning is missing
def receptive_field(layers):
    jumps = np.cumprod([s for _, s, _ in layers])
    return int(sum((k - 1) * d * j for (k, _, d), j in zip(layers, jumps)))
# %% right: walks from the output back to the input
def receptive_field(layers):
    width = 1
    for k, s, d in reversed(layers):
        width = (width - 1) * s + (k - 1) * d + 1
    return width
