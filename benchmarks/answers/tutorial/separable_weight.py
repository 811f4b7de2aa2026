# %% wrong: tensordot adds up over the channels: the shape is (C_out, K_H, K_W), without an axis for the input channels
def separable_weight(mix, kernels):
    return np.tensordot(mix, kernels, axes=1)
# %% wrong: mix is read as mix[c, o]: right for a symmetric mix, wrong values for other square ones, ValueError where C_out is not C
def separable_weight(mix, kernels):
    c_out, c = mix.shape
    weight = np.zeros((c_out, c) + kernels.shape[1:])
    for channel in range(c):
        weight[:, channel] = mix[channel][:, None, None] * kernels[channel]
    return weight
# %% wrong: the kernels are turned by 180 degrees, as if two cross-correlations in a row needed that; right for kernels that are their own half turn
def separable_weight(mix, kernels):
    return np.einsum("oc,cij->ocij", mix, kernels[:, ::-1, ::-1])
# %% wrong: two mistakes: the size (2, 2, 3, 3) of the example is fixed, and the kernel of the output channel, kernels[o], is taken in place of kernels[c]
def separable_weight(mix, kernels):
    weight = np.zeros((2, 2, 3, 3))
    for o in range(2):
        for c in range(2):
            weight[o, c] = mix[o, c] * kernels[o]
    return weight
# %% right: nested list comprehension
def separable_weight(mix, kernels):
    return [[factor * kernel for factor, kernel in zip(row, kernels)] for row in mix]
