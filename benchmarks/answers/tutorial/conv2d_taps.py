# %% wrong: the slices have a step but no end, so each tap sees another number of rows and columns: adding them up raises ValueError for nearly every shape
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    y = 0
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            seen = x[:, :, u::stride, v::stride]
            y = y + np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y + bias[:, None, None]
# %% wrong: two mistakes: the bias is added once for every tap, and the columns are not taken with the stride (side by side instead of every stride-th)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    F, C, KH, KW = weight.shape
    down, across = (xp.shape[2] - KH) // stride + 1, (xp.shape[3] - KW) // stride + 1
    out = np.zeros((x.shape[0], F, down, across))
    for u, v in np.ndindex(KH, KW):
        piece = xp[:, :, u:u + stride * down:stride, v:v + across]
        out += np.einsum("ncij,fc->nfij", piece, weight[:, :, u, v]) + bias[:, None, None]
    return out
# %% wrong: takes the kernel to be square (uses weight.shape[2] for both directions): IndexError or wrong numbers and shape for other kernels; right for square ones
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    k = weight.shape[2]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = (padded.shape[2] - k) // stride + 1
    columns = (padded.shape[3] - k) // stride + 1
    total = np.zeros((len(x), len(weight), rows, columns))
    for u in range(k):
        for v in range(k):
            tap = padded[:, :, u:u + stride * rows:stride, v:v + stride * columns:stride]
            total += np.tensordot(weight[:, :, u, v], tap, axes=(1, 1)).transpose(1, 0, 2, 3)
    return total + bias.reshape(1, -1, 1, 1)
# %% wrong: shifts the image with np.roll instead of padding it, so at the border it reads pixels of the opposite side in place of zeros; right without padding
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    kh, kw = weight.shape[2:]
    down = (x.shape[2] + 2 * padding - kh) // stride + 1
    across = (x.shape[3] + 2 * padding - kw) // stride + 1
    rows, cols = stride * np.arange(down), stride * np.arange(across)
    y = np.zeros((len(x), len(weight), down, across)) + np.reshape(bias, (1, -1, 1, 1))
    for u in range(kh):
        for v in range(kw):
            moved = np.roll(x, (padding - u, padding - v), axis=(2, 3))
            moved = moved[:, :, rows % x.shape[2]][:, :, :, cols % x.shape[3]]
            y += np.einsum("nchw,oc->nohw", moved, weight[:, :, u, v])
    return y
# %% right: matmul on flattened maps
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    canvas = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    canvas[:, :, padding:padding + h, padding:padding + w] = x
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    answer = np.zeros((n, f, down * across))
    for u, v in np.ndindex(kh, kw):
        seen = canvas[:, :, u:, v:][:, :, :stride * down:stride, :stride * across:stride]
        answer += weight[:, :, u, v] @ seen.reshape(n, c, -1)
    return answer.reshape(n, f, down, across) + np.asarray(bias)[:, None, None]
