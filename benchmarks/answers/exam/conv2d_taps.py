# %% wrong: returns inside the loop over u, so only the first row of the kernel is added
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    K_H, K_W = weight.shape[2:]
    H_out = (x.shape[2] - K_H) // stride + 1
    W_out = (x.shape[3] - K_W) // stride + 1
    y = np.zeros((x.shape[0], weight.shape[0], H_out, W_out))
    for u in range(K_H):
        for v in range(K_W):
            seen = x[:, :, u:u + stride * H_out:stride, v:v + stride * W_out:stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
        return y + bias[:, None, None]
# %% wrong: the bias is added once for every tap instead of once
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, rows, columns = weight.shape
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    y = np.zeros((len(x), filters, down, across))
    for u, v in np.ndindex(rows, columns):
        seen = x[:, :, u : u + stride * down : stride, v : v + stride * across : stride]
        y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v]) + bias[:, None, None]
    return y
# %% wrong: the output size comes from x before it is padded, so rows and columns are missing
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    oh = (h - kh) // stride + 1
    ow = (w - kw) // stride + 1
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    out = np.zeros((n, f, oh, ow))
    for u in range(kh):
        for v in range(kw):
            part = xp[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride]
            out += np.einsum("ncij,fc->nfij", part, weight[:, :, u, v])
    return out + bias.reshape(1, -1, 1, 1)
# %% wrong: tap (u, v) starts at u * stride and reads neighbouring pixels, as with a dilation (ValueError where the slice runs out)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, rows, columns = weight.shape
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    y = np.zeros((len(x), filters, down, across)) + bias[:, None, None]
    for u in range(rows):
        for v in range(columns):
            seen = x[:, :, u * stride:u * stride + down, v * stride:v * stride + across]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y
# %% wrong: the bias is added along the last axis, the columns (ValueError unless W_out equals C_out or 1)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, rows, columns = weight.shape
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    y = np.zeros((len(x), filters, down, across))
    for u in range(rows):
        for v in range(columns):
            seen = x[:, :, u : u + stride * down : stride, v : v + stride * across : stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y + bias
# %% right: strided view first, then cut to size, tensordot
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = weight.shape
    oh = (padded.shape[2] - kh) // stride + 1
    ow = (padded.shape[3] - kw) // stride + 1
    total = np.zeros((f, len(x), oh, ow))
    for u in range(kh):
        for v in range(kw):
            seen = padded[:, :, u::stride, v::stride][:, :, :oh, :ow]
            total = total + np.tensordot(weight[:, :, u, v], seen, axes=(1, 1))
    return total.transpose(1, 0, 2, 3) + bias[None, :, None, None]
