# %% wrong: the second kernel is laid down turned (weight u goes to place K2 - 1 - u), a correlation of the kernels
def collapse_conv(weight1, weight2):
    _, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    out = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            i, j = h2 - 1 - u, w2 - 1 - v
            out[:, :, i:i + h1, j:j + w1] += np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return out
# %% wrong: = in place of +=, the kernels that are laid down overwrite each other
def collapse_conv(weight1, weight2):
    _, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    out = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            out[:, :, u:u + h1, v:v + w1] = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return out
# %% wrong: the channels are multiplied in the wrong order, the first layer after the second (ValueError unless the channels fit)
def collapse_conv(weight1, weight2):
    c_mid, c_in, h1, w1 = weight1.shape
    c_out, c_mid, h2, w2 = weight2.shape
    out = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h1):
        for v in range(w1):
            out[:, :, u:u + h2, v:v + w2] += np.einsum("om,mchw->ochw", weight1[:, :, u, v], weight2)
    return out
