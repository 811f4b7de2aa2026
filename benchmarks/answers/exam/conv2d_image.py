# %% wrong: the same array is appended for every filter, so all maps are that of the last one
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    one_map = np.zeros((h, w))
    maps = []
    for f in range(c_out):
        for r in range(h):
            for c in range(w):
                one_map[r, c] = np.sum(x[:, r : r + kh, c : c + kw] * weight[f]) + bias[f]
        maps.append(one_map)
    return np.array(maps)

# %% wrong: the bias is laid along the width, ValueError unless the width is the number of filters
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,ocij->ohw", windows, weight) + bias

# %% wrong: = instead of += over the channels, only the last channel counts
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    out = np.zeros((c_out, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(c_out):
        for c in range(c_in):
            for r in range(out.shape[1]):
                for s in range(out.shape[2]):
                    out[f, r, s] = np.sum(x[c, r : r + kh, s : s + kw] * weight[f, c]) + bias[f]
    return out

# %% wrong: the bias is added for every input channel
from cnnhelpers import mine

def conv2d_image(x, weight, bias):
    out = []
    for f in range(len(weight)):
        out.append(sum(mine.correlate2d(x[c], weight[f, c]) + bias[f] for c in range(len(x))))
    return np.stack(out)

# %% wrong: the filters stand on the last axis of the output, (H_out, W_out, C_out)
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    return np.einsum("chwij,ocij->hwo", windows, weight) + bias

# %% wrong: the window takes one channel, that with the number of the filter (IndexError if there are more filters)
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    out = np.zeros((c_out, x.shape[1] - kh + 1, x.shape[2] - kw + 1))
    for f in range(c_out):
        for r in range(out.shape[1]):
            for c in range(out.shape[2]):
                out[f, r, c] = np.sum(x[f, r : r + kh, c : c + kw] * weight[f]) + bias[f]
    return out

# %% right: correlate2d per channel and filter
from cnnhelpers import mine

def conv2d_image(x, weight, bias):
    maps = []
    for kernels, b in zip(weight, bias):
        maps.append(sum(mine.correlate2d(channel, kernel) for channel, kernel in zip(x, kernels)) + b)
    return np.stack(maps)

# %% right: shifts, weight by weight
def conv2d_image(x, weight, bias):
    kh, kw = weight.shape[2:]
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((len(weight), h, w)) + bias[:, None, None]
    for i in range(kh):
        for j in range(kw):
            out += np.tensordot(weight[:, :, i, j], x[:, i : i + h, j : j + w], axes=1)
    return out
