# %% wrong: weight2 is read turned by 180 degrees, so the kernels are correlated instead of convolved; shows unless weight2 is symmetric
def collapse_conv(weight1, weight2):
    o, m, h2, w2 = weight2.shape
    _, c, h1, w1 = weight1.shape
    joint = np.zeros((o, c, h1 + h2 - 1, w1 + w2 - 1))
    flipped = weight2[:, :, ::-1, ::-1]
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] += np.einsum("om,mchw->ochw", flipped[:, :, u, v], weight1)
    return joint
# %% wrong: = instead of +=, so the laid-down kernels overwrite each other where they overlap
def collapse_conv(weight1, weight2):
    K1H, K1W = weight1.shape[2:]
    K2H, K2W = weight2.shape[2:]
    W = np.zeros((weight2.shape[0], weight1.shape[1], K1H + K2H - 1, K1W + K2W - 1))
    for u, v in np.ndindex(K2H, K2W):
        W[:, :, u:u + K1H, v:v + K1W] = np.tensordot(weight2[:, :, u, v], weight1, axes=(1, 0))
    return W
# %% wrong: each channel between is multiplied with all the others too (two sums instead of one); right with one channel between only
def collapse_conv(weight1, weight2):
    (co, _, p, q), (_, ci, r, s) = weight2.shape, weight1.shape
    out = np.zeros((co, ci, p + r - 1, q + s - 1))
    for u in range(p):
        for v in range(q):
            out[:, :, u:u + r, v:v + s] += np.einsum("ok,mchw->ochw", weight2[:, :, u, v], weight1)
    return out
# %% wrong: the joint kernel is one row and one column too large (K1 + K2 without - 1), filled with zeros
def collapse_conv(weight1, weight2):
    c_mid, c_in, k1h, k1w = weight1.shape
    c_out, _, k2h, k2w = weight2.shape
    result = np.zeros((c_out, c_in, k1h + k2h, k1w + k2w))
    for o in range(c_out):
        for c in range(c_in):
            for m in range(c_mid):
                for u in range(k2h):
                    for v in range(k2w):
                        result[o, c, u:u + k1h, v:v + k1w] += weight2[o, m, u, v] * weight1[m, c]
    return result
# %% right: gather, windows of the padded first kernel meet the turned second one
def collapse_conv(weight1, weight2):
    h, w = weight2.shape[2:]
    frame = np.pad(weight1, ((0, 0), (0, 0), (h - 1, h - 1), (w - 1, w - 1)))
    seen = np.lib.stride_tricks.sliding_window_view(frame, (h, w), axis=(2, 3))
    turned = np.flip(weight2, axis=(2, 3))
    return np.tensordot(turned, seen, axes=([1, 2, 3], [0, 4, 5]))
