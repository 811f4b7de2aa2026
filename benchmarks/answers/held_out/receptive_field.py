# %% wrong: stride left out of the formula
def receptive_field(layers):
    return 1 + sum((kernel - 1) * dilation for kernel, stride, dilation in layers)
# %% wrong: dilation left out of the formula
def receptive_field(layers):
    field = 1
    for kernel, stride, dilation in layers[::-1]:
        field = (field - 1) * stride + kernel
    return field
# %% wrong: backwards, but the field is multiplied with the stride without taking 1 away
def receptive_field(layers):
    field = 1
    for kernel, stride, dilation in layers[::-1]:
        field = field * stride + dilation * (kernel - 1)
    return field
# %% wrong: the backward rule walked from the input
def receptive_field(layers):
    field = 1
    for kernel, stride, dilation in layers:
        field = (field - 1) * stride + dilation * (kernel - 1) + 1
    return field
# %% wrong: the product of strides includes the layer's own (i <= l)
def receptive_field(layers):
    total = 1
    for i, (kernel, _, dilation) in enumerate(layers):
        product = math.prod(stride for _, stride, _ in layers[: i + 1])
        total += (kernel - 1) * dilation * product
    return total
# %% wrong: the product of the strides after the layer instead of before it
def receptive_field(layers):
    total = 1
    for i, (kernel, _, dilation) in enumerate(layers):
        product = math.prod(stride for _, stride, _ in layers[i + 1 :])
        total += (kernel - 1) * dilation * product
    return total
# %% wrong: all strides multiplied for every layer
def receptive_field(layers):
    product = math.prod(stride for _, stride, _ in layers)
    return 1 + sum((kernel - 1) * dilation * product for kernel, _, dilation in layers)
# %% wrong: the sum of the kernel sizes
def receptive_field(layers):
    return sum(kernel * dilation for kernel, _, dilation in layers) or 1
# %% wrong: 0 instead of 1 without any layer
def receptive_field(layers):
    if len(layers) == 0:
        return 0
    field, step = 1, 1
    for kernel, stride, dilation in layers:
        field += (kernel - 1) * dilation * step
        step *= stride
    return field
# %% wrong: dilation - 1 is used, an undilated layer adds nothing
def receptive_field(layers):
    field, step = 1, 1
    for kernel, stride, dilation in layers:
        field += (kernel - 1) * (dilation - 1) * step
        step *= stride
    return field
# %% wrong: the last layer is not counted
def receptive_field(layers):
    field, step = 1, 1
    for kernel, stride, dilation in layers[:-1]:
        field += (kernel - 1) * dilation * step
        step *= stride
    return field
# %% wrong: the kernel's reach is added on both sides, 2 * (K - 1)
def receptive_field(layers):
    field, step = 1, 1
    for kernel, stride, dilation in layers:
        field += 2 * (kernel - 1) * dilation * step
        step *= stride
    return field
# %% wrong: 2 * (K // 2) instead of K - 1, even kernels come out too large
def receptive_field(layers):
    field, step = 1, 1
    for kernel, stride, dilation in layers:
        field += 2 * (kernel // 2) * dilation * step
        step *= stride
    return field
# %% wrong: ValueError, the layers are unpacked as pairs
def receptive_field(layers):
    field, step = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * step
        step *= stride
    return field
# %% wrong: the running values are kept in globals between the calls
state = {"field": 1, "step": 1}

def receptive_field(layers):
    for kernel, stride, dilation in layers:
        state["field"] += (kernel - 1) * dilation * state["step"]
        state["step"] *= stride
    return state["field"]
# %% wrong: two mistakes: strides ignored, and K instead of K - 1
def receptive_field(layers):
    return 1 + sum(kernel * dilation for kernel, _, dilation in layers)
# %% wrong: TypeError, functools.cache cannot hash a list
import functools

@functools.cache
def receptive_field(layers):
    field, step = 1, 1
    for kernel, stride, dilation in layers:
        field += (kernel - 1) * dilation * step
        step *= stride
    return field
# %% right: recursion on the first layer
def receptive_field(layers):
    if not layers:
        return 1
    kernel, stride, dilation = layers[0]
    return (receptive_field(layers[1:]) - 1) * stride + dilation * (kernel - 1) + 1
# %% right: cumulative product of the strides
def receptive_field(layers):
    table = np.array(layers, dtype=int).reshape(-1, 3)
    steps = np.cumprod(np.concatenate([[1], table[:-1, 1]]))[: len(table)]
    return 1 + int(np.sum((table[:, 0] - 1) * table[:, 2] * steps))
# %% right: follows the set of positions backwards, first and last
def receptive_field(layers):
    first = last = 0
    for kernel, stride, dilation in reversed(layers):
        first = first * stride
        last = last * stride + dilation * (kernel - 1)
    return last - first + 1
