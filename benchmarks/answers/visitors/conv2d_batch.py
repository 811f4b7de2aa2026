# %% wrong: two mistakes: each kernel is turned by 180 degrees, and the bias is added once for each input channel
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, kh, kw = weight.shape
    A = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    A[:, :, padding : padding + H, padding : padding + W] = x
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kw) // stride + 1
    y = np.zeros((N, F, oh, ow))
    for n in range(N):
        for f in range(F):
            for c in range(C):
                k = np.rot90(weight[f, c], 2)
                for s in range(ow):
                    for r in range(oh):
                        a = A[n, c, r * stride : r * stride + kh, s * stride : s * stride + kw]
                        y[n, f, r, s] += np.sum(a * k)
                y[n, f] += bias[f]
    return y
# %% wrong: np.pad(x, padding) pads the batch and channel axes too
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    kh, kw = weight.shape[2], weight.shape[3]
    out_h = (x.shape[2] - kh) // stride + 1
    out_w = (x.shape[3] - kw) // stride + 1
    results = []
    for image in x:
        maps = []
        for f in range(len(weight)):
            rows = []
            for r in range(out_h):
                row = []
                for c in range(out_w):
                    top, left = r * stride, c * stride
                    window = image[:, top : top + kh, left : left + kw]
                    row.append(np.sum(window * weight[f]) + bias[f])
                rows.append(row)
            maps.append(rows)
        results.append(maps)
    return np.array(results)
# %% wrong: the filters come last out of tensordot and are brought to axis 1 by reshape instead of by transposing
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    n, _, h, w = windows.shape[:4]
    out = np.tensordot(windows, weight, axes=([1, 4, 5], [1, 2, 3])) + bias
    return out.reshape(n, len(weight), h, w)
# %% right: columns of windows and one matrix product for each image
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    count, channels, height, width = x.shape
    kernel_height, kernel_width = weight.shape[2:]
    padded = np.zeros((count, channels, height + 2 * padding, width + 2 * padding))
    padded[:, :, padding : padding + height, padding : padding + width] = x
    tops = range(0, padded.shape[2] - kernel_height + 1, stride)
    lefts = range(0, padded.shape[3] - kernel_width + 1, stride)
    filters = weight.reshape(len(weight), -1)
    output = []
    for image in padded:
        columns = np.stack([image[:, t : t + kernel_height, s : s + kernel_width].ravel()
                            for t in tops for s in lefts], axis=1)
        maps = filters @ columns + np.reshape(bias, (-1, 1))
        output.append(maps.reshape(len(weight), len(tops), len(lefts)))
    return np.stack(output)
