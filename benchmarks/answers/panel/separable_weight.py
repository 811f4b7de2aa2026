# %% wrong: the kernels are summed over the input channels, so the result has shape (C_out, K_H, K_W) with no axis for C
def separable_weight(mix, kernels):
    # the 1x1 adds up the channels
    return np.tensordot(mix, kernels, axes=1)
# %% wrong: the first two axes of the result are exchanged: (C, C_out, K_H, K_W); shows in the shape when C_out is not C, else in the values
def separable_weight(mix, kernels):
    C, kh, kw = kernels.shape
    out = []
    for c in range(C):
        out.append([mix[o, c] * kernels[c] for o in range(mix.shape[0])])
    return np.array(out)
# %% wrong: the kernels are turned by 180 degrees; shows unless they are symmetric
def separable_weight(mix, kernels):
    turned = kernels[:, ::-1, ::-1]
    return np.einsum("oc,cij->ocij", mix, turned)
# %% wrong: `kernels` is changed in place, so from the second output on each kernel still carries the factors of the outputs before it (with one output only the argument is changed; crashes for integer kernels with a mix of fractions)
def separable_weight(mix, kernels):
    weight = np.zeros(mix.shape + kernels.shape[1:])
    for o in range(mix.shape[0]):
        for c in range(mix.shape[1]):
            k = kernels[c]
            k *= mix[o, c]
            weight[o, c] = k
    return weight
# %% right: Kronecker-like, one outer product for each channel
def separable_weight(mix, kernels):
    columns = [np.multiply.outer(mix[:, c], kernel) for c, kernel in enumerate(kernels)]
    return np.stack(columns, axis=1)
