# %% wrong: takes neighbouring pixels instead of every stride-th one; the shape is right, the numbers are wrong with a stride above 1
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    F, C, KH, KW = weight.shape
    down = (xp.shape[2] - KH) // stride + 1
    across = (xp.shape[3] - KW) // stride + 1
    y = np.zeros((len(x), F, down, across))
    for u in range(KH):
        for v in range(KW):
            seen = xp[:, :, u:u + down, v:v + across]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y + bias[:, None, None]
# %% wrong: the kernel is turned by 180 degrees (a true convolution)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    kh, kw = weight.shape[2:]
    h = (padded.shape[2] - kh) // stride + 1
    w = (padded.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], weight.shape[0], h, w)) + bias.reshape(1, -1, 1, 1)
    for u, v in np.ndindex(kh, kw):
        piece = padded[:, :, u:u + stride * h:stride, v:v + stride * w:stride]
        out += np.einsum("ncij,fc->nfij", piece, weight[:, :, kh - 1 - u, kw - 1 - v])
    return out
# %% wrong: the bias is added inside the loop, once for each tap instead of once
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, c, rows, cols = weight.shape
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - cols) // stride + 1
    y = np.zeros((len(x), f, down, across))
    for u in range(rows):
        for v in range(cols):
            seen = x[:, :, u : u + stride * down : stride, v : v + stride * across : stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v]) + bias[:, None, None]
    return y
# %% wrong: the answer gets the dtype of x, so with whole numbers in x the fractions of weight and bias are cut off
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    img = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[2], weight.shape[3]
    oh, ow = (img.shape[2] - kh) // stride + 1, (img.shape[3] - kw) // stride + 1
    total = np.zeros((x.shape[0], weight.shape[0], oh, ow))
    for u in range(kh):
        for v in range(kw):
            s = img[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride]
            total += np.tensordot(weight[:, :, u, v], s, axes=(1, 1)).swapaxes(0, 1)
    total += bias[None, :, None, None]
    return total.astype(x.dtype)
# %% right: a generator of taps and matmul over the channels
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    filters, _, kh, kw = weight.shape
    frame = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    frame[..., padding:padding + h, padding:padding + w] = x
    down, across = (frame.shape[2] - kh) // stride + 1, (frame.shape[3] - kw) // stride + 1
    answer = np.zeros((n, filters, down * across))
    answer += np.reshape(bias, (-1, 1))
    for tap in range(kh * kw):
        u, v = divmod(tap, kw)
        seen = frame[:, :, u:, v:][:, :, ::stride, ::stride][:, :, :down, :across]
        answer += weight[:, :, u, v] @ seen.reshape(n, c, -1)
    return answer.reshape(n, filters, down, across)
