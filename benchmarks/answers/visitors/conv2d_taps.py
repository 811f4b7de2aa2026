# %% wrong: takes the padding for the total and puts only half of it on each side
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    before, after = padding // 2, padding - padding // 2
    x = np.pad(x, ((0, 0), (0, 0), (before, after), (before, after)))
    kh, kw = weight.shape[2:]
    out_h = (x.shape[2] - kh) // stride + 1
    out_w = (x.shape[3] - kw) // stride + 1
    y = np.zeros((x.shape[0], weight.shape[0], out_h, out_w))
    for u, v in np.ndindex(kh, kw):
        seen = x[:, :, u:u + (out_h - 1) * stride + 1:stride, v:v + (out_w - 1) * stride + 1:stride]
        y += np.einsum("nchw,fc->nfhw", seen, weight[:, :, u, v])
    return y + bias[None, :, None, None]


# %% wrong: rolls the image in the wrong direction, so a tap meets the pixels above and left of the output
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    KH, KW = weight.shape[2:]
    valid = np.s_[:, :, :x.shape[2] - KH + 1:stride, :x.shape[3] - KW + 1:stride]
    y = 0
    for u in range(KH):
        for v in range(KW):
            shifted = np.roll(x, (u, v), axis=(2, 3))[valid]
            y = y + np.einsum("fc,ncij->nfij", weight[:, :, u, v], shifted)
    return y + bias[:, None, None]


# %% wrong: the slice ends after as many pixels as there are outputs, without the stride, so shapes clash from stride 2 on
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = x.shape
    C_out, C_in, K_H, K_W = weight.shape
    down = (H - K_H) // stride + 1
    across = (W - K_W) // stride + 1
    out = np.zeros((N, C_out, down, across))
    for u in range(K_H):
        for v in range(K_W):
            seen = x[:, :, u:u + down:stride, v:v + across:stride]
            out += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return out + bias.reshape(1, -1, 1, 1)


# %% right: index arrays and one matmul for each tap
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    padded[:, :, padding:padding + h, padding:padding + w] = x
    rows = np.arange(0, h + 2 * padding - weight.shape[2] + 1, stride)
    columns = np.arange(0, w + 2 * padding - weight.shape[3] + 1, stride)
    flat = np.zeros((n, len(weight), len(rows) * len(columns)))
    for u, v in np.ndindex(*weight.shape[2:]):
        seen = padded[:, :, (rows + u)[:, None], columns + v]
        flat += weight[:, :, u, v] @ seen.reshape(n, c, -1)
    return flat.reshape(n, len(weight), len(rows), len(columns)) + bias[:, None, None]
