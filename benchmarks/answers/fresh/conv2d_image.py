# %% wrong: flips the kernel, a true convolution instead of the cross-correlation
def conv2d_image(x, weight, bias):
    weight = weight[:, :, ::-1, ::-1]
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("cijuv,ocuv->oij", win, weight) + bias[:, None, None]
# %% wrong: counts through the pixels in memory order (ravel K), wrong for a turned (not contiguous) image
def conv2d_image(x, weight, bias):
    C, H, W = x.shape
    O, _, KH, KW = weight.shape
    flat = x.ravel(order="K")
    taps = [(c * H + u) * W + v for c in range(C) for u in range(KH) for v in range(KW)]
    taps = np.array(taps)
    out = np.zeros((O, H - KH + 1, W - KW + 1))
    for i in range(H - KH + 1):
        for j in range(W - KW + 1):
            out[:, i, j] = weight.reshape(O, -1) @ flat[taps + i * W + j] + bias
    return out
# %% wrong: bias[None, None, :] broadcast along the width instead of the output channels
def conv2d_image(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    out = np.einsum("chwij,ocij->ohw", windows, weight)
    return out + bias
# %% wrong: indexes the weight's channel with the output channel, weight[o, o % C_in], instead of running over c
def conv2d_image(x, weight, bias):
    C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    out = np.zeros((O, H - KH + 1, W - KW + 1))
    for o in range(O):
        for c in range(C):
            for i in range(H - KH + 1):
                for j in range(W - KW + 1):
                    out[o, i, j] += np.sum(x[c, i:i + KH, j:j + KW] * weight[o, o % C2])
        out[o] += bias[o]
    return out
# %% wrong: kernel height used for both directions
def conv2d_image(x, weight, bias):
    c_in, h, w = x.shape
    c_out = weight.shape[0]
    k = weight.shape[2]
    out = np.zeros((c_out, h - k + 1, w - k + 1))
    for f in range(c_out):
        for r in range(h - k + 1):
            for s in range(w - k + 1):
                region = x[:, r:r + k, s:s + k]
                out[f, r, s] = np.sum(region * weight[f]) + bias[f]
    return out
# %% wrong: accumulates in the bias's dtype (np.full with bias dtype), integer bias truncates
def conv2d_image(x, weight, bias):
    O, C, KH, KW = weight.shape
    OH = x.shape[1] - KH + 1
    OW = x.shape[2] - KW + 1
    out = np.repeat(bias, OH * OW).reshape(O, OH, OW)
    for i in range(OH):
        for j in range(OW):
            out[:, i, j] = out[:, i, j] + np.tensordot(weight, x[:, i:i + KH, j:j + KW], axes=3)
    return out
# %% wrong: exactly three input channels (red, green, blue) are summed
def conv2d_image(x, weight, bias):
    O, C, KH, KW = weight.shape
    H, W = x.shape[1:]
    out = np.zeros((O, H - KH + 1, W - KW + 1))
    for o in range(O):
        for i in range(H - KH + 1):
            for j in range(W - KW + 1):
                red = np.sum(x[0, i:i+KH, j:j+KW] * weight[o, 0])
                green = np.sum(x[1, i:i+KH, j:j+KW] * weight[o, 1])
                blue = np.sum(x[2, i:i+KH, j:j+KW] * weight[o, 2])
                out[o, i, j] = red + green + blue + bias[o]
    return out
# %% wrong: squeezes the result, the channel axis (or a side of length 1) is lost with one output channel
def conv2d_image(x, weight, bias):
    O, C, KH, KW = weight.shape
    oh = x.shape[1] - KH + 1
    ow = x.shape[2] - KW + 1
    out = np.zeros((O, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = (weight * x[None, :, i:i + KH, j:j + KW]).sum(axis=(1, 2, 3)) + bias
    return out.squeeze()
# %% right: tensordot
def conv2d_image(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, (weight.shape[2], weight.shape[3]), axis=(1, 2))
    # win: C, OH, OW, KH, KW
    y = np.tensordot(weight, win, axes=([1, 2, 3], [0, 3, 4]))
    return y + bias[:, np.newaxis, np.newaxis]
# %% right: loops
def conv2d_image(x, weight, bias):
    C, H, W = np.shape(x)
    O = len(weight)
    KH = len(weight[0][0])
    KW = len(weight[0][0][0])
    answer = []
    for o in range(O):
        fmap = []
        for i in range(H - KH + 1):
            line = []
            for j in range(W - KW + 1):
                s = float(bias[o])
                for c in range(C):
                    s += float((x[c, i:i + KH, j:j + KW] * weight[o, c]).sum())
                line.append(s)
            fmap.append(line)
        answer.append(fmap)
    return np.array(answer)
