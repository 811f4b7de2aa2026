# %% wrong: the slices have no step: tap (u, v) meets the pixels u : u + down side by side instead of every stride-th one, so it is right only for stride 1
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, _, rows, columns = weight.shape
    down = (x.shape[2] - rows) // stride + 1
    across = (x.shape[3] - columns) // stride + 1
    y = np.zeros((len(x), filters, down, across)) + bias[:, None, None]
    for u, v in np.ndindex(rows, columns):
        seen = x[:, :, u : u + down, v : v + across]
        y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y
# %% wrong: the weight's two kernel axes are exchanged: tap (u, v) takes weight[:, :, v, u] (IndexError where K_H and K_W differ)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    N, C, H, W = xp.shape
    F, _, KH, KW = weight.shape
    OH, OW = (H - KH) // stride + 1, (W - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for u in range(KH):
        for v in range(KW):
            patch = xp[:, :, u : u + stride * OH : stride, v : v + stride * OW : stride]
            out += np.tensordot(patch, weight[:, :, v, u], axes=(1, 1)).transpose(0, 3, 1, 2)
    return out + bias.reshape(1, -1, 1, 1)
# %% wrong: the bias is added with every tap, so it counts K_H * K_W times
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k_h, k_w = weight.shape[2:]
    h_out = (padded.shape[2] - k_h) // stride + 1
    w_out = (padded.shape[3] - k_w) // stride + 1
    result = 0.0
    for tap in range(k_h * k_w):
        u, v = divmod(tap, k_w)
        seen = padded[:, :, u : u + stride * h_out : stride, v : v + stride * w_out : stride]
        result = result + np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v]) + bias[:, None, None]
    return result
# %% wrong: the sums are collected in an array with the dtype of x, so an x of whole numbers with float weights raises a UFuncTypeError (cannot cast float to int)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = weight.shape
    size = [(n - k) // stride + 1 for n, k in zip(x.shape[2:], (kh, kw))]
    y = np.zeros((x.shape[0], f, *size), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            thinned = x[:, :, u:, v:][:, :, ::stride, ::stride][:, :, : size[0], : size[1]]
            y += np.einsum("ncij,fc->nfij", thinned, weight[:, :, u, v])
    return y + bias[:, None, None]
# %% right: each tap is a stack of matrix products on flattened pixels
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    room = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    room[:, :, padding : padding + h, padding : padding + w] = x
    rows = np.arange(0, room.shape[2] - kh + 1, stride)
    columns = np.arange(0, room.shape[3] - kw + 1, stride)
    flat = np.zeros((n, f, len(rows) * len(columns)))
    for u, v in np.ndindex(kh, kw):
        seen = room[:, :, rows[:, None] + u, columns + v]
        flat += weight[:, :, u, v] @ seen.reshape(n, c, -1)
    return flat.reshape(n, f, len(rows), len(columns)) + np.reshape(bias, (-1, 1, 1))
