# %% wrong: the axes come out as (C, C_out, K_H, K_W), input channel first
def separable_weight(mix, kernels):
    n_out, n_in = mix.shape
    w = np.zeros((n_in, n_out, kernels.shape[1], kernels.shape[2]))
    for o in range(n_out):
        for c in range(n_in):
            w[c, o] = mix[o, c] * kernels[c]
    return w
# %% wrong: takes the kernel by the number of the output instead of the input channel
def separable_weight(mix, kernels):
    weight = []
    for o in range(len(mix)):
        filters = []
        for c in range(len(mix[o])):
            filters.append(mix[o][c] * kernels[o])
        weight.append(filters)
    return np.array(weight)
# %% wrong: adds up over the channels (matrix product), so the channel axis is gone
def separable_weight(mix, kernels):
    return np.tensordot(mix, kernels, axes=1)
# %% right: nested list comprehension
def separable_weight(mix, kernels):
    return np.array([[number * kernel for number, kernel in zip(row, kernels)] for row in mix])
