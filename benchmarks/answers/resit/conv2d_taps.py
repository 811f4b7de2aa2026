# %% wrong: the number of outputs is computed from the unpadded x, so with padding rows and columns at the end are missing
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    filters, _, k_h, k_w = weight.shape
    down, across = (h - k_h) // stride + 1, (w - k_w) // stride + 1
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    y = np.zeros((n, filters, down, across)) + bias[:, None, None]
    for u, v in np.ndindex(k_h, k_w):
        seen = padded[:, :, u : u + stride * down : stride, v : v + stride * across : stride]
        y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y
# %% wrong: the bias is added inside of the loop, once for each tap
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, rows, columns = weight.shape
    down = (x.shape[2] - rows) // stride + 1
    across = (x.shape[3] - columns) // stride + 1
    y = np.zeros((x.shape[0], filters, down, across))
    for u in range(rows):
        for v in range(columns):
            seen = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            tap = np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
            y += tap + bias[None, :, None, None]
    return y
# %% wrong: the slice ends at u + down instead of u + stride * down, so a stride above 1 finds too few pixels (mostly a ValueError)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    k_h, k_w = weight.shape[2:]
    down = (padded.shape[2] - k_h) // stride + 1
    across = (padded.shape[3] - k_w) // stride + 1
    out = np.zeros((len(x), len(weight), down, across))
    for u, v in np.ndindex(k_h, k_w):
        out += np.einsum("ncij,fc->nfij", padded[:, :, u:u + down:stride, v:v + across:stride], weight[:, :, u, v])
    return out + bias.reshape(1, -1, 1, 1)
# %% wrong: two mistakes: the kernel is turned by 180 degrees (tap (u, v) meets the pixels of tap (-1 - u, -1 - v)), and the bias is never added
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows, columns = weight.shape[2:]
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    total = 0
    for u in range(rows):
        for v in range(columns):
            shifted = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            total = total + np.einsum("ncij,fc->nfij", shifted, weight[:, :, -1 - u, -1 - v])
    return total
# %% right: a sum over a generator of tensordots
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    rows, columns = weight.shape[2:]
    bottom, right = x.shape[2] - rows + 1, x.shape[3] - columns + 1
    taps = (np.tensordot(weight[:, :, u, v], x[:, :, u:u + bottom:stride, v:v + right:stride], ([1], [1]))
            for u, v in np.ndindex(rows, columns))
    return sum(taps).swapaxes(0, 1) + np.reshape(bias, (-1, 1, 1))
