# %% wrong: forgets the bias
def conv2d_image(x, weight, bias):
    o, c, kh, kw = weight.shape
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
    return np.einsum("cijuv,ocuv->oij", v, weight)
# %% wrong: bias without new axes lines up with the width (crash or wrong)
def conv2d_image(x, weight, bias):
    o, c, kh, kw = weight.shape
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
    return np.einsum("cijuv,ocuv->oij", v, weight) + bias
# %% wrong: out = inside the loop over channels: only the last channel counts (right for one channel)
def conv2d_image(x, weight, bias):
    O, C, KH, KW = weight.shape
    H, W = x.shape[1] - KH + 1, x.shape[2] - KW + 1
    out = np.zeros((O, H, W))
    for o in range(O):
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    out[o, i, j] = (x[c, i:i + KH, j:j + KW] * weight[o, c]).sum() + bias[o]
    return out
# %% wrong: the bias is added once for each input channel (right for one channel)
def conv2d_image(x, weight, bias):
    O, C, KH, KW = weight.shape
    H, W = x.shape[1] - KH + 1, x.shape[2] - KW + 1
    out = np.zeros((O, H, W))
    for o in range(O):
        for c in range(C):
            for u in range(KH):
                for v in range(KW):
                    out[o] += weight[o, c, u, v] * x[c, u:u + H, v:v + W]
            out[o] += bias[o]
    return out
# %% wrong: all filters are added into one map, without the axis of the filters
def conv2d_image(x, weight, bias):
    kh, kw = weight.shape[2:]
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
    return np.einsum("cijuv,ocuv->ij", v, weight) + bias.sum()
# %% wrong: C_out and C_in exchanged when the shape is read (crash unless they are equal; then the kernels are transposed)
def conv2d_image(x, weight, bias):
    C, O, KH, KW = weight.shape
    H, W = x.shape[1] - KH + 1, x.shape[2] - KW + 1
    out = np.zeros((O, H, W))
    for o in range(O):
        for i in range(H):
            for j in range(W):
                out[o, i, j] = np.sum(x[:, i:i + KH, j:j + KW] * weight[:, o]) + bias[o]
    return out
# %% right: tensordot of window view and filters
def conv2d_image(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.tensordot(weight, v, axes=((1, 2, 3), (0, 3, 4))) + np.expand_dims(bias, (1, 2))
