# %% wrong: the first kernel is laid down at (K2_H - 1 - u, K2_W - 1 - v): the kernels are correlated, not convolved
def collapse_conv(weight1, weight2):
    m, c, h1, w1 = weight1.shape
    o, _, h2, w2 = weight2.shape
    joint = np.zeros((o, c, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            i, j = h2 - 1 - u, w2 - 1 - v
            joint[:, :, i:i + h1, j:j + w1] += np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return joint
# %% wrong: = instead of +=, overlapping contributions overwrite each other
def collapse_conv(weight1, weight2):
    kh, kw = weight1.shape[2:]
    rows, columns = weight2.shape[2:]
    result = np.zeros((len(weight2), weight1.shape[1], kh + rows - 1, kw + columns - 1))
    for u, v in np.ndindex(rows, columns):
        result[:, :, u:u + kh, v:v + kw] = np.tensordot(weight2[:, :, u, v], weight1, 1)
    return result
# %% wrong: the joint kernel has size K1 + K2 instead of K1 + K2 - 1: one row and one column of zeros too many
def collapse_conv(weight1, weight2):
    c_mid, c_in, k1h, k1w = weight1.shape
    c_out, _, k2h, k2w = weight2.shape
    weight = np.zeros((c_out, c_in, k1h + k2h, k1w + k2w))
    for o in range(c_out):
        for c in range(c_in):
            for m in range(c_mid):
                for u in range(k2h):
                    for v in range(k2w):
                        weight[o, c, u:u + k1h, v:v + k1w] += weight2[o, m, u, v] * weight1[m, c]
    return weight
# %% wrong: weight2 is read at [v, u] instead of [u, v], that is transposed (IndexError when the second kernel is not square)
def collapse_conv(weight1, weight2):
    _, c_in, k1h, k1w = weight1.shape
    c_out, _, k2h, k2w = weight2.shape
    joint = np.zeros((c_out, c_in, k1h + k2h - 1, k1w + k2w - 1))
    for u in range(k2h):
        for v in range(k2w):
            part = np.einsum("om,mchw->ochw", weight2[:, :, v, u], weight1)
            joint[:, :, u:u + k1h, v:v + k1w] += part
    return joint
# %% right: weight1 padded all around, windows of it against the turned second kernel
def collapse_conv(weight1, weight2):
    h, w = weight2.shape[2:]
    wide = np.pad(weight1, ((0, 0), (0, 0), (h - 1, h - 1), (w - 1, w - 1)))
    views = np.lib.stride_tricks.sliding_window_view(wide, (h, w), axis=(2, 3))
    return np.einsum("mcijuv,omuv->ocij", views, weight2[:, :, ::-1, ::-1])
