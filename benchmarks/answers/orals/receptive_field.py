# %% wrong: the jump is multiplied by a layer's own stride before that layer's steps are added, so a stride widens its own layer instead of only the later ones
def receptive_field(layers):
    size, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        jump *= stride
        size += (kernel_size - 1) * dilation * jump
    return size
# %% wrong: a dilated kernel is taken to be K * D wide, so each layer adds (K * D - 1) * jump instead of (K - 1) * D * jump
def receptive_field(layers):
    field = 1
    spacing = 1
    for k, s, d in layers:
        effective = k * d
        field = field + (effective - 1) * spacing
        spacing = spacing * s
    return field
# %% wrong: the recursion size = (size - 1) * stride + (K - 1) * D + 1 belongs to a walk from the output back to the input, but the layers are walked from the input to the output
def receptive_field(layers):
    size = 1
    for k, s, d in layers:
        size = (size - 1) * s + (k - 1) * d + 1
    return size
# %% wrong: the jump is only the stride of the layer just before, not the product of all strides before
def receptive_field(layers):
    previous_stride = 1
    total = 1
    for kernel_size, stride, dilation in layers:
        total += (kernel_size - 1) * dilation * previous_stride
        previous_stride = stride
    return total
# %% right: the formula as a sum, with math.prod of the strides before
def receptive_field(layers):
    strides = [s for _, s, _ in layers]
    return 1 + sum((k - 1) * d * math.prod(strides[:l]) for l, (k, _, d) in enumerate(layers))
