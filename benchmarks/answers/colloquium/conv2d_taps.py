# %% wrong: the bias is added inside the loop over taps, so it is counted K_H · K_W times
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = weight.shape
    down = (x.shape[2] - kh) // stride + 1
    across = (x.shape[3] - kw) // stride + 1
    y = np.zeros((len(x), f, down, across))
    for u in range(kh):
        for v in range(kw):
            seen = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v]) + bias[:, None, None]
    return y
# %% wrong: the slices end at u + down and v + across instead of u + stride · down and v + stride · across, so with a stride above 1 too few pixels are taken: a ValueError about shapes, or a single row or column spread over all outputs
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, rows, columns = weight.shape
    down, across = (x.shape[2] - rows) // stride + 1, (x.shape[3] - columns) // stride + 1
    y = np.zeros((len(x), filters, down, across)) + bias[:, None, None]
    for u, v in np.ndindex(rows, columns):
        seen = x[:, :, u : u + down : stride, v : v + across : stride]
        y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v])
    return y
# %% wrong: the number of output columns is computed with the kernel's rows (K_H) instead of its columns (K_W), so kernels that are not square give a wrong width or a shape error
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    C_out, C_in, K_H, K_W = weight.shape
    N, _, H, W = x.shape
    H_out = (H - K_H) // stride + 1
    W_out = (W - K_H) // stride + 1
    out = np.zeros((N, C_out, H_out, W_out))
    for u in range(K_H):
        for v in range(K_W):
            part = x[:, :, u:u + stride * H_out:stride, v:v + stride * W_out:stride]
            out += np.tensordot(part, weight[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
    return out + bias.reshape(1, -1, 1, 1)
# %% wrong: two mistakes: the padding is applied to the rows only, not to the columns, and the bias is never added
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (0, 0)))
    F, C, R, S = weight.shape
    down, across = (x.shape[2] - R) // stride + 1, (x.shape[3] - S) // stride + 1
    return sum(np.einsum("ncij,fc->nfij",
                         x[:, :, u:u + stride * down:stride, v:v + stride * across:stride],
                         weight[:, :, u, v] * 1.0)
               for u in range(R) for v in range(S))
# %% right: all stride-1 outputs first by matmul on channels-last, thinned at the end
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    last = np.moveaxis(np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)), 1, -1)
    kh, kw = weight.shape[2:]
    h, w = last.shape[1] - kh + 1, last.shape[2] - kw + 1
    total = np.asarray(bias, dtype=float)
    for u, v in np.ndindex(kh, kw):
        total = total + last[:, u:u + h, v:v + w] @ weight[:, :, u, v].T
    return np.moveaxis(total[:, ::stride, ::stride], -1, 1)
