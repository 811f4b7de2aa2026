# %% wrong: the sum over the channels is taken, which gives (C_out, K_H, K_W): the channels of the weight are gone
def separable_weight(mix, kernels):
    return np.einsum("oc,cij->oij", mix, kernels)
# %% wrong: the first two axes come in the wrong order, (C, C_out, K_H, K_W); for C = C_out the values stand in the wrong places
def separable_weight(mix, kernels):
    C_out, C = mix.shape
    rows = []
    for c in range(C):
        rows.append([mix[o, c] * kernels[c] for o in range(C_out)])
    return np.array(rows)
# %% wrong: the kernel is chosen by the output channel, not by the input channel; other values wherever C is above 1, an error where C_out is larger than C
def separable_weight(mix, kernels):
    c_out, c_in = mix.shape
    w = np.zeros((c_out, c_in, *kernels.shape[1:]))
    for o in range(c_out):
        for c in range(c_in):
            w[o, c] = mix[o, c] * kernels[o]
    return w
# %% wrong: the kernels are turned by 180 degrees; shows for every kernel that is not its own half turn
def separable_weight(mix, kernels):
    # two layers one after the other = true convolution, so flip
    turned = np.flip(kernels, axis=(1, 2))
    return mix[:, :, np.newaxis, np.newaxis] * turned[np.newaxis]
# %% right: an array that is filled place by place in the kernel
def separable_weight(mix, kernels):
    weight = np.empty(mix.shape + kernels.shape[1:], dtype=np.result_type(mix, kernels, float))
    for tap in np.ndindex(*kernels.shape[1:]):
        column = kernels[(slice(None), *tap)]
        weight[(..., *tap)] = mix @ np.diag(column)
    return weight
