# %% wrong: jump multiplied before the field is enlarged (the layer's own stride counts)
def receptive_field(layers):
    r, j = 1, 1
    for k, s, d in layers:
        j *= s
        r += (k - 1) * d * j
    return r
# %% wrong: strides ignored
def receptive_field(layers):
    return 1 + sum((k - 1) * d for k, s, d in layers)
# %% wrong: dilation ignored
def receptive_field(layers):
    field = 1
    jump = 1
    for kernel_size, stride, dilation in layers:
        field = field + (kernel_size - 1) * jump
        jump = jump * stride
    return field
# %% wrong: the jump is the last layer's stride only, not the product
def receptive_field(layers):
    field, prev = 1, 1
    for k, s, d in layers:
        field += (k - 1) * d * prev
        prev = s
    return field
# %% wrong: (k * d - 1) for the dilated kernel
def receptive_field(layers) -> int:
    rf = 1
    jump = 1
    for kernel_size, stride, dilation in layers:
        effective = kernel_size * dilation
        rf += (effective - 1) * jump
        jump *= stride
    return rf
# %% wrong: starts with the first layer's kernel, fails for no layers
def receptive_field(layers):
    k0, s0, d0 = layers[0]
    field = (k0 - 1) * d0 + 1
    jump = s0
    for k, s, d in layers[1:]:
        field += (k - 1) * d * jump
        jump *= s
    return field
# %% wrong: from the output to the input with field * stride + kernel - stride but the layers not reversed
def receptive_field(layers):
    r = 1
    for k, s, d in layers:
        r = (r - 1) * s + (k - 1) * d + 1
    return r
# %% wrong: jumps as np.cumprod, which overflow int64 for many strided layers
def receptive_field(layers):
    if not layers:
        return 1
    ks = np.array([l[0] for l in layers])
    ss = np.array([l[1] for l in layers])
    ds = np.array([l[2] for l in layers])
    jumps = np.concatenate([[1], np.cumprod(ss)[:-1]])
    return int(1 + ((ks - 1) * ds * jumps).sum())
# %% right: backwards
def receptive_field(layers):
    r = 1
    for k, s, d in reversed(layers):
        r = (r - 1) * s + (k - 1) * d + 1
    return r
# %% right: products
def receptive_field(layers):
    total = 1
    for i in range(len(layers)):
        jump = 1
        for j in range(i):
            jump *= layers[j][1]
        total += (layers[i][0] - 1) * layers[i][2] * jump
    return total
