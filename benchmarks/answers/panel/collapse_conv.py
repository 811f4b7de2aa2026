# %% wrong: weight2 is laid down turned by 180 degrees (the kernels are correlated, not convolved); right where weight2 is 1x1 or symmetric
def collapse_conv(weight1, weight2):
    mid, cin, h1, w1 = weight1.shape
    cout, _, h2, w2 = weight2.shape
    joint = np.zeros((cout, cin, h1 + h2 - 1, w1 + w2 - 1))
    flipped = weight2[:, :, ::-1, ::-1]
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] += np.einsum("om,mchw->ochw", flipped[:, :, u, v], weight1)
    return joint
# %% wrong: = in place of +=, so each tap of weight2 overwrites what the taps before it have laid down; right where weight1 or weight2 is 1x1
def collapse_conv(weight1, weight2):
    C_mid, C_in, K1H, K1W = weight1.shape
    C_out, _, K2H, K2W = weight2.shape
    result = np.zeros((C_out, C_in, K1H + K2H - 1, K1W + K2W - 1))
    for u, v in np.ndindex(K2H, K2W):
        result[:, :, u:u + K1H, v:v + K1W] = np.tensordot(weight2[:, :, u, v], weight1, axes=1)
    return result
# %% wrong: the channels between are averaged, not summed; right for one channel between
def collapse_conv(weight1, weight2):
    m, i, a, b = weight1.shape
    o, _, c, d = weight2.shape
    w = np.zeros((o, i, a + c - 1, b + d - 1))
    for p in range(a):
        for q in range(b):
            for r in range(c):
                for s in range(d):
                    w[:, :, p + r, q + s] += weight2[:, :, r, s] @ weight1[:, :, p, q] / m
    return w
# %% wrong: the channels of weight2 are the wrong way round in the matrix product; a crash unless C_out is C_mid (or C_out is 1), else mixed up
def collapse_conv(weight1, weight2):
    k1h, k1w = weight1.shape[2:]
    k2h, k2w = weight2.shape[2:]
    joint = np.zeros((weight2.shape[0], weight1.shape[1], k1h + k2h - 1, k1w + k2w - 1))
    for u in range(k2h):
        for v in range(k2w):
            tap = weight2[:, :, u, v].T
            joint[:, :, u:u + k1h, v:v + k1w] += np.einsum("om,mchw->ochw", tap, weight1)
    return joint
# %% right: gather, with a full margin of zeros around weight1 and the second kernel turned
def collapse_conv(weight1, weight2):
    h2, w2 = weight2.shape[2:]
    wide = np.pad(weight1, ((0, 0), (0, 0), (h2 - 1, h2 - 1), (w2 - 1, w2 - 1)))
    seen = np.lib.stride_tricks.sliding_window_view(wide, (h2, w2), axis=(2, 3))
    return np.einsum("omuv,mcxyuv->ocxy", weight2[:, :, ::-1, ::-1], seen)
