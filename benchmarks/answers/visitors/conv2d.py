# %% wrong: deals the channels out in turn: group g reads channels g, g + groups, … instead of a block
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def two(v):
        return v if isinstance(v, tuple) else (v, v)

    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    N, C, H, W = x.shape
    F, depth, kh, kw = weight.shape
    A = np.zeros((N, C, H + 2 * ph, W + 2 * pw))
    A[:, :, ph : ph + H, pw : pw + W] = x
    eh, ew = dh * (kh - 1) + 1, dw * (kw - 1) + 1
    oh, ow = (H + 2 * ph - eh) // sh + 1, (W + 2 * pw - ew) // sw + 1
    y = np.zeros((N, F, oh, ow))
    for f in range(F):
        g = f // (F // groups)
        a = A[:, g::groups]
        for c in range(ow):
            for r in range(oh):
                piece = a[:, :, r * sh : r * sh + eh : dh, c * sw : c * sw + ew : dw]
                y[:, f, r, c] = np.sum(piece * weight[f], axis=(1, 2, 3))
        if bias is not None:
            y[:, f] += bias[f]
    return y
# %% wrong: `if bias:` asks for the truth of an array, which is an error for more than one filter
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    stride, padding, dilation = pair(stride), pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (padding[0], padding[0]), (padding[1], padding[1])))
    filters, depth, kh, kw = weight.shape
    span_h, span_w = dilation[0] * (kh - 1) + 1, dilation[1] * (kw - 1) + 1
    results = []
    for f in range(filters):
        group = f // (filters // groups)
        channels = x[:, group * depth : (group + 1) * depth]
        rows = []
        for top in range(0, x.shape[2] - span_h + 1, stride[0]):
            row = []
            for left in range(0, x.shape[3] - span_w + 1, stride[1]):
                window = channels[:, :, top : top + span_h : dilation[0],
                                  left : left + span_w : dilation[1]]
                value = np.sum(window * weight[f], axis=(1, 2, 3))
                if bias:
                    value = value + bias[f]
                row.append(value)
            rows.append(row)
        results.append(rows)
    return np.array(results).transpose(3, 0, 1, 2)
# %% wrong: the dilated kernel ends in dilation - 1 rows and columns of zeros, so the last windows are lost
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    s, p, d = (tuple(np.broadcast_to(v, 2)) for v in (stride, padding, dilation))
    unit = np.zeros((1, 1, *d))
    unit[0, 0, 0, 0] = 1
    spread = np.kron(weight, unit)
    x = np.pad(x, ((0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])))
    windows = np.lib.stride_tricks.sliding_window_view(x, spread.shape[2:], axis=(2, 3))
    windows = windows[:, :, :: s[0], :: s[1]]
    n, c, h, w, i, j = windows.shape
    out = np.einsum("ngdhwij,gfdij->ngfhw", windows.reshape(n, groups, c // groups, h, w, i, j),
                    spread.reshape(groups, -1, c // groups, i, j))
    out = out.reshape(n, len(weight), h, w)
    return out if bias is None else out + bias[:, None, None]
# %% right: sum over the taps of grouped matrix products
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def both(value):
        return value if isinstance(value, tuple) else (value, value)

    down, across = both(stride)
    above, beside = both(padding)
    gap_down, gap_across = both(dilation)
    count, channels = x.shape[:2]
    filters, depth, kernel_height, kernel_width = weight.shape
    padded = np.pad(x, [(0, 0), (0, 0), (above, above), (beside, beside)])
    height = (padded.shape[2] - gap_down * (kernel_height - 1) - 1) // down + 1
    width = (padded.shape[3] - gap_across * (kernel_width - 1) - 1) // across + 1
    output = np.zeros((count, groups, filters // groups, height * width))
    for i in range(kernel_height):
        for j in range(kernel_width):
            taken = padded[:, :, i * gap_down :: down, j * gap_across :: across]
            taken = taken[:, :, :height, :width].reshape(count, groups, depth, -1)
            output += weight[:, :, i, j].reshape(groups, -1, depth) @ taken
    output = output.reshape(count, filters, height, width)
    if bias is not None:
        output += np.reshape(bias, (1, filters, 1, 1))
    return output
