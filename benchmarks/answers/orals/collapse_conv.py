# %% wrong: the second kernel is turned by 180 degrees: weight (u, v) lays the first kernel down at (K2_H - 1 - u, K2_W - 1 - v) instead of at (u, v)
def collapse_conv(weight1, weight2):
    c_out, c_mid, k2h, k2w = weight2.shape
    _, c_in, k1h, k1w = weight1.shape
    joint = np.zeros((c_out, c_in, k1h + k2h - 1, k1w + k2w - 1))
    flipped = weight2[:, :, ::-1, ::-1]
    for u in range(k2h):
        for v in range(k2w):
            joint[:, :, u:u + k1h, v:v + k1w] += np.einsum("om,mchw->ochw", flipped[:, :, u, v], weight1)
    return joint
# %% wrong: = instead of +=, so where the copies of the first kernel overlap only the one laid down last counts
def collapse_conv(weight1, weight2):
    out_channels, _, height2, width2 = weight2.shape
    _, in_channels, height1, width1 = weight1.shape
    result = np.zeros((out_channels, in_channels, height1 + height2 - 1, width1 + width2 - 1))
    for row in range(height2):
        for column in range(width2):
            piece = np.tensordot(weight2[:, :, row, column], weight1, axes=1)
            result[:, :, row:row + height1, column:column + width1] = piece
    return result
# %% wrong: right only for square kernels: the heights K1_H and K2_H are used for the widths as well (ValueError or IndexError or wrong shape where K_H and K_W differ)
def collapse_conv(weight1, weight2):
    O, M, K2, _ = weight2.shape
    _, C, K1, _ = weight1.shape
    K = K1 + K2 - 1
    w = np.zeros((O, C, K, K))
    for u in range(K2):
        for v in range(K2):
            w[:, :, u:u + K1, v:v + K1] += np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
    return w
# %% wrong: one row and one column too many: the size is K1 + K2 instead of K1 + K2 - 1, the last row and column are zeros
def collapse_conv(weight1, weight2):
    c_out, _, k2h, k2w = weight2.shape
    _, c_in, k1h, k1w = weight1.shape
    joint = np.zeros((c_out, c_in, k1h + k2h, k1w + k2w))
    for i in range(k1h):
        for j in range(k1w):
            for u in range(k2h):
                for v in range(k2w):
                    joint[:, :, i + u, j + v] += weight2[:, :, u, v] @ weight1[:, :, i, j]
    return joint
# %% right: full correlation of the padded first kernel with the turned second one, by sliding windows
def collapse_conv(weight1, weight2):
    k2h, k2w = weight2.shape[2:]
    padded = np.pad(weight1, ((0, 0), (0, 0), (k2h - 1, k2h - 1), (k2w - 1, k2w - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k2h, k2w), axis=(2, 3))
    return np.einsum("mchwuv,omuv->ochw", windows, weight2[..., ::-1, ::-1])
