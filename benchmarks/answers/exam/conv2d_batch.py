# %% wrong: pads again for each image, all but the first are moved
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n = len(x)
    c_out, _, kh, kw = weight.shape
    h = (x.shape[2] + 2 * padding - kh) // stride + 1
    w = (x.shape[3] + 2 * padding - kw) // stride + 1
    out = np.zeros((n, c_out, h, w))
    for i in range(n):
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        for f in range(c_out):
            for r in range(h):
                for c in range(w):
                    top, left = r * stride, c * stride
                    window = x[i, :, top : top + kh, left : left + kw]
                    out[i, f, r, c] = np.sum(window * weight[f]) + bias[f]
    return out

# %% wrong: np.pad(x, padding) pads batch and channels as well, ValueError once there is padding
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,ocij->nohw", windows, weight)[:, :, ::stride, ::stride]
    return out + bias[:, None, None]

# %% wrong: the stride skips output channels and rows, [:, ::s, ::s], instead of rows and columns
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,ocij->nohw", windows, weight) + bias[:, None, None]
    return out[:, ::stride, ::stride]

# %% wrong: the output of one image is added to that of the next, never set back to zero
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    c_out, _, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h = (x.shape[2] - kh) // stride + 1
    w = (x.shape[3] - kw) // stride + 1
    current = np.zeros((c_out, h, w))
    results = []
    for image in x:
        for f in range(c_out):
            for r in range(h):
                for c in range(w):
                    window = image[:, r * stride : r * stride + kh, c * stride : c * stride + kw]
                    current[f, r, c] += np.sum(window * weight[f]) + bias[f]
        results.append(current.copy())
    return np.array(results)

# %% wrong: the bias is added to the input before the convolution instead of to the output
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.stack([((windows + b) * f[None, :, None, None]).sum(axis=(1, 4, 5))
                     for f, b in zip(weight, bias)], axis=1)

# %% wrong: stride in the number of windows only, the windows themselves move by one pixel
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, _, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    h_out = (h + 2 * padding - kh) // stride + 1
    w_out = (w + 2 * padding - kw) // stride + 1
    p = np.zeros((n, x.shape[1], h + 2 * padding, w + 2 * padding))
    p[:, :, padding : padding + h, padding : padding + w] = x
    out = np.zeros((n, c_out, h_out, w_out))
    for r in range(h_out):
        for c in range(w_out):
            out[:, :, r, c] = np.tensordot(p[:, :, r : r + kh, c : c + kw], weight, axes=([1, 2, 3], [1, 2, 3])) + bias
    return out

# %% right: one matrix product per place
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, _, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = (h + 2 * padding - kh) // stride + 1
    columns = (w + 2 * padding - kw) // stride + 1
    flat = weight.reshape(c_out, -1).T
    out = np.empty((n, c_out, rows, columns))
    for r in range(rows):
        for c in range(columns):
            window = x[:, :, r * stride : r * stride + kh, c * stride : c * stride + kw]
            out[:, :, r, c] = window.reshape(n, -1) @ flat + bias
    return out

# %% right: image by image, map by map, with correlate2d_strided
from cnnhelpers import mine

def conv2d_batch(x, weight, bias, stride=1, padding=0):
    out = []
    for image in x:
        maps = []
        for f in range(len(weight)):
            total = bias[f]
            for c in range(len(image)):
                total = total + mine.correlate2d_strided(image[c], weight[f, c], stride, padding)
            maps.append(total)
        out.append(maps)
    return np.array(out)
