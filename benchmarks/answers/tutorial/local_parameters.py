# %% wrong: the number of positions is a float (divided by the stride 1), so range raises TypeError
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    n = (in_size - kernel_size) / 1 + 1
    total = 0
    for row in range(n):
        for col in range(n):
            total += out_channels * (in_channels * kernel_size ** 2 + 1)
    return total
# %% wrong: one bias for each output channel in place of each output value; right only where the output is 1x1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    n = in_size - kernel_size + 1
    weights = n * n * out_channels * in_channels * kernel_size ** 2
    return weights + out_channels
# %% wrong: the window weights differ from place to place, but all output channels share them (factor out_channels missing on the weights)
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = (in_size - kernel_size + 1) ** 2
    weights = places * in_channels * kernel_size ** 2
    biases = places * out_channels
    return weights + biases
# %% wrong: two mistakes: the output is in_size - kernel_size wide (the + 1 is missing), and there is one bias for each place in place of each output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = (in_size - kernel_size) ** 2
    return places * (out_channels * in_channels * kernel_size * kernel_size + 1)
# %% right: one convolution's parameters for every place
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    def conv(c_in, c_out, k):
        return c_out * (c_in * k * k + 1)
    places = [(r, c) for r in range(in_size - kernel_size + 1) for c in range(in_size - kernel_size + 1)]
    return len(places) * conv(in_channels, out_channels, kernel_size)
