# %% wrong: without bias
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    rows, cols = x.shape[1] - m + 1, x.shape[2] - n + 1
    patches = np.array([x[:, i : i + m, j : j + n].ravel() for i in range(rows) for j in range(cols)])
    return (weight.reshape(f, -1) @ patches.T).reshape(f, rows, cols)
# %% wrong: the channels are averaged instead of added
def conv2d_image(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    maps = np.einsum("chwij,fcij->fchw", view, weight).mean(axis=1)
    return maps + np.asarray(bias)[:, None, None]
# %% wrong: the kernels are transposed
def conv2d_image(x, weight, bias):
    w = weight.transpose(0, 1, 3, 2)
    view = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", view, w) + np.asarray(bias)[:, None, None]
# %% wrong: the sum of all biases is added to every map
def conv2d_image(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", view, weight) + np.sum(bias)
# %% wrong: the axes of filters and positions are in another order, (H, W, C_out)
def conv2d_image(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->hwf", view, weight) + bias
# %% wrong: filter c looks at channel c only (depthwise), for C_out > C_in an IndexError
def conv2d_image(x, weight, bias):
    f, _, m, n = weight.shape
    out = np.zeros((f, x.shape[1] - m + 1, x.shape[2] - n + 1))
    for k in range(f):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[k, i, j] = (x[k, i : i + m, j : j + n] * weight[k, k]).sum() + bias[k]
    return out
# %% wrong: one row and one column of windows too few
def conv2d_image(x, weight, bias):
    f, _, m, n = weight.shape
    out = np.zeros((f, x.shape[1] - m, x.shape[2] - n))
    for k, i, j in np.ndindex(out.shape):
        out[k, i, j] = np.vdot(x[:, i : i + m, j : j + n], weight[k]) + bias[k]
    return out
# %% wrong: the last channel is forgotten, the loop over channels stops one too early
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    out = np.zeros((f, x.shape[1] - m + 1, x.shape[2] - n + 1))
    for k in range(f):
        for ch in range(c - 1):
            view = np.lib.stride_tricks.sliding_window_view(x[ch], (m, n))
            out[k] += np.tensordot(view, weight[k, ch], 2)
        out[k] += bias[k]
    return out
# %% wrong: return is indented into the loop, only the first filter's map is filled
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    out = np.zeros((f, x.shape[1] - m + 1, x.shape[2] - n + 1))
    for k in range(f):
        for ch in range(c):
            view = np.lib.stride_tricks.sliding_window_view(x[ch], (m, n))
            out[k] += np.tensordot(view, weight[k, ch], 2)
        out[k] += bias[k]
        return out
# %% wrong: ValueError, the window is taken from the first two axes of x (channels and height)
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    out = np.zeros((f, x.shape[1] - m + 1, x.shape[2] - n + 1))
    for k, i, j in np.ndindex(out.shape):
        out[k, i, j] = np.sum(x[i : i + m, j : j + n] * weight[k]) + bias[k]
    return out
# %% wrong: the output is integer, fractions are cut off
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    out = np.zeros((f, x.shape[1] - m + 1, x.shape[2] - n + 1), dtype="int32")
    for k, i, j in np.ndindex(out.shape):
        out[k, i, j] = np.vdot(x[:, i : i + m, j : j + n], weight[k]) + bias[k]
    return out
# %% wrong: two mistakes: kernels turned by 180 degrees, and no bias
def conv2d_image(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,fcij->fhw", view, np.flip(weight, (2, 3)))
# %% right: im2col
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    rows, cols = x.shape[1] - m + 1, x.shape[2] - n + 1
    patches = np.array([x[:, i : i + m, j : j + n].ravel() for i in range(rows) for j in range(cols)])
    return (weight.reshape(f, -1) @ patches.T + np.asarray(bias)[:, None]).reshape(f, rows, cols)
# %% right: one tap at a time, tensordot over the channels
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    rows, cols = x.shape[1] - m + 1, x.shape[2] - n + 1
    out = np.zeros((f, rows, cols)) + np.asarray(bias)[:, None, None]
    for i in range(m):
        for j in range(n):
            out += np.tensordot(weight[:, :, i, j], x[:, i : i + rows, j : j + cols], axes=1)
    return out
# %% right: six loops
def conv2d_image(x, weight, bias):
    f, c, m, n = weight.shape
    rows, cols = x.shape[1] - m + 1, x.shape[2] - n + 1
    result = []
    for k in range(f):
        plane = []
        for r in range(rows):
            line = []
            for q in range(cols):
                s = bias[k]
                for ch in range(c):
                    for i in range(m):
                        for j in range(n):
                            s = s + x[ch, r + i, q + j] * weight[k, ch, i, j]
                line.append(s)
            plane.append(line)
        result.append(plane)
    return np.array(result)
