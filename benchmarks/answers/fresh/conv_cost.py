# %% wrong: the MACs count the bias too (parameters times positions)
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    params = out_channels * (in_channels * kernel_size ** 2 + 1)
    return params, params * out_height * out_width
# %% wrong: returns (MACs, parameters), swapped
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    w = in_channels * out_channels * kernel_size * kernel_size
    n_params = w + out_channels
    n_macs = w * out_height * out_width
    return n_macs, n_params
# %% wrong: one bias an input channel
def conv_cost(in_channels: int, out_channels: int, kernel_size: int, out_height: int, out_width: int) -> tuple[int, int]:
    """Compute the parameter count and the MAC count."""
    weight_count = in_channels * out_channels * kernel_size ** 2
    bias_count = in_channels
    parameters = weight_count + bias_count
    macs = weight_count * (out_height * out_width)
    return parameters, macs
# %% wrong: counts multiplication and addition apart, twice the MACs (FLOPs)
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_output = in_channels * kernel_size ** 2
    outputs = out_channels * out_height * out_width
    return per_output * out_channels + out_channels, 2 * per_output * outputs
# %% wrong: 1x1 convolutions are treated apart and lose their biases
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    pixels = out_height * out_width
    if kernel_size == 1:
        pointwise = in_channels * out_channels
        return pointwise, pointwise * pixels
    p = (kernel_size * kernel_size * in_channels + 1) * out_channels
    m = kernel_size * kernel_size * in_channels * out_channels * pixels
    return p, m
# %% wrong: int64 product of an array, overflows for very large layers
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weight_shape = np.array([out_channels, in_channels, kernel_size, kernel_size])
    weights = int(weight_shape.prod())
    params = weights + out_channels
    macs = int(np.prod([weights, out_height, out_width]))
    return params, macs
# %% wrong: two mistakes, the biases counted as MACs and the height used for both sides
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    taps = in_channels * kernel_size * kernel_size
    params = taps * out_channels + out_channels
    macs = 0
    for o in range(out_channels):
        macs += (taps + 1) * out_height * out_height
    return params, macs
# %% wrong: uses out_height squared, takes the answer for square
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    k2 = kernel_size ** 2
    params = 0
    macs = 0
    for f in range(out_channels):
        params += k2 * in_channels + 1
        macs += k2 * in_channels * out_height ** 2
    return params, macs
# %% right: stepwise
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    one_filter = in_channels * kernel_size * kernel_size
    parameters = (one_filter + 1) * out_channels
    positions = out_height * out_width
    macs = positions * out_channels * one_filter
    return parameters, macs
# %% right: mathprod
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    shape = (out_channels, in_channels, kernel_size, kernel_size)
    n = math.prod(shape)
    return (n + out_channels, math.prod((n, out_height, out_width)))
