# %% wrong: forgets the strides: 1 + sum of (K - 1) D
def receptive_field(layers):
    return 1 + sum((k - 1) * d for k, s, d in layers)
# %% wrong: the layer's own stride is in its product (jump updated before it is used)
def receptive_field(layers):
    field, jump = 1, 1
    for k, s, d in layers:
        jump *= s
        field += (k - 1) * d * jump
    return field
# %% wrong: forgets the dilation
def receptive_field(layers):
    field, jump = 1, 1
    for k, stride, dilation in layers:
        field += (k - 1) * jump
        jump *= stride
    return field
# %% wrong: starts at 0 instead of 1
def receptive_field(layers):
    field, jump = 0, 1
    for k, s, d in layers:
        field += (k - 1) * d * jump
        jump *= s
    return field
# %% wrong: multiplies the dilation into the jump of the later layers as well
def receptive_field(layers):
    field, jump = 1, 1
    for k, s, d in layers:
        field += (k - 1) * d * jump
        jump *= s * d
    return field
# %% wrong: adds up the strides instead of multiplying them
def receptive_field(layers):
    field, jump = 1, 1
    for i, (k, s, d) in enumerate(layers):
        field += (k - 1) * d * jump
        jump += s - 1
    return field
# %% right: backwards: a width of f outputs needs (f - 1) S + D (K - 1) + 1 inputs
def receptive_field(layers):
    width = 1
    for kernel, stride, dilation in list(layers)[::-1]:
        width = (width - 1) * stride + dilation * (kernel - 1) + 1
    return width
