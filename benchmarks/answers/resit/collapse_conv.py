# %% wrong: the second kernel is turned by 180 degrees, so the kernels are correlated, not convolved
def collapse_conv(weight1, weight2):
    mid, c_in, h1, w1 = weight1.shape
    c_out, _, h2, w2 = weight2.shape
    joint = np.zeros((c_out, c_in, h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            tap = weight2[:, :, h2 - 1 - u, w2 - 1 - v]
            joint[:, :, u:u + h1, v:v + w1] += np.einsum("om,mchw->ochw", tap, weight1)
    return joint
# %% wrong: = instead of +=, so where shifted kernels overlap only the last one counts
def collapse_conv(weight1, weight2):
    k1, k2 = np.array(weight1.shape[2:]), np.array(weight2.shape[2:])
    joint = np.zeros((weight2.shape[0], weight1.shape[1], *(k1 + k2 - 1)))
    for u, v in np.ndindex(*k2):
        joint[:, :, u:u + k1[0], v:v + k1[1]] = np.tensordot(weight2[:, :, u, v], weight1, axes=1)
    return joint
# %% wrong: the joint kernel has K1 + K2 rows and columns instead of K1 + K2 - 1, the last ones zeros
def collapse_conv(weight1, weight2):
    _, c_in, rows, columns = weight1.shape
    c_out, _, rows2, columns2 = weight2.shape
    joint = np.zeros((c_out, c_in, rows + rows2, columns + columns2))
    for i, j, u, v in np.ndindex(rows, columns, rows2, columns2):
        joint[:, :, i + u, j + v] += weight2[:, :, u, v] @ weight1[:, :, i, j]
    return joint
# %% wrong: the channels between are not summed channel by channel: both kernels are added up over C_mid first, then multiplied
def collapse_conv(weight1, weight2):
    first, second = weight1.sum(axis=0), weight2.sum(axis=1)
    h1, w1 = first.shape[1:]
    h2, w2 = second.shape[1:]
    joint = np.zeros((len(second), len(first), h1 + h2 - 1, w1 + w2 - 1))
    for u in range(h2):
        for v in range(w2):
            joint[:, :, u:u + h1, v:v + w1] += second[:, None, u, v, None, None] * first[None]
    return joint
# %% right: windows of the padded first kernel meet the turned second one
def collapse_conv(weight1, weight2):
    h2, w2 = weight2.shape[2:]
    margin = np.pad(weight1, ((0, 0), (0, 0), (h2 - 1, h2 - 1), (w2 - 1, w2 - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(margin, (h2, w2), axis=(2, 3))
    return np.einsum("mcijuv,omuv->ocij", windows, weight2[:, :, ::-1, ::-1])
