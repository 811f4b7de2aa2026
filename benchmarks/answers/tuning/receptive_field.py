# %% wrong: the strides are ignored
def receptive_field(layers):
    size = 1
    for k, s, d in layers:
        size += (k - 1) * d
    return size
# %% wrong: the dilations are ignored
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += (k - 1) * jump
        jump *= s
    return size
# %% wrong: the jump is multiplied by the layer's own stride before its kernel is added
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        jump *= s
        size += (k - 1) * d * jump
    return size
# %% wrong: K instead of K - 1 is added for each layer
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += k * d * jump
        jump *= s
    return size
# %% wrong: the size starts at 0 instead of 1
def receptive_field(layers):
    size, jump = 0, 1
    for k, s, d in layers:
        size += (k - 1) * d * jump
        jump *= s
    return size
# %% wrong: the strides are added up instead of multiplied
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += (k - 1) * d * jump
        jump += s
    return size
# %% wrong: only the previous layer's stride counts, not the product of all earlier ones
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += (k - 1) * d * jump
        jump = s
    return size
# %% wrong: the layers are walked from the output with the forward rule
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in reversed(layers):
        size += (k - 1) * d * jump
        jump *= s
    return size
# %% wrong: the kernel sizes are multiplied
def receptive_field(layers):
    size = 1
    for k, s, d in layers:
        size *= d * (k - 1) + 1
    return size
# %% wrong: the tuple is read as (kernel_size, dilation, stride)
def receptive_field(layers):
    size, jump = 1, 1
    for k, d, s in layers:
        size += (k - 1) * d * jump
        jump *= s
    return size
# %% wrong: the caller's list is emptied by pop
def receptive_field(layers):
    size, jump = 1, 1
    while layers:
        k, s, d = layers.pop(0)
        size += (k - 1) * d * jump
        jump *= s
    return size
# %% wrong: IndexError for an empty list, the first layer is read before the loop
def receptive_field(layers):
    k, s, d = layers[0]
    size, jump = d * (k - 1) + 1, s
    for k, s, d in layers[1:]:
        size += (k - 1) * d * jump
        jump *= s
    return size
# %% wrong: the jump contains the dilation too
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += (k - 1) * d * jump
        jump *= s * d
    return size
# %% wrong: the dilated kernel is taken as K * D long
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += (k * d - 1) * jump
        jump *= s
    return size
# %% wrong: return inside the loop, only the first layer counts (None without layers)
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += (k - 1) * d * jump
        jump *= s
        return size
# %% right: size and jump
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, d in layers:
        size += (k - 1) * d * jump
        jump *= s
    return size
# %% right: backwards, how many inputs are needed for n outputs
def receptive_field(layers):
    needed = 1
    for k, s, d in reversed(layers):
        needed = (needed - 1) * s + d * (k - 1) + 1
    return needed
# %% right: the sum of the formula
def receptive_field(layers):
    return 1 + sum((k - 1) * d * math.prod(s for _, s, _ in layers[:i])
                   for i, (k, _, d) in enumerate(layers))
