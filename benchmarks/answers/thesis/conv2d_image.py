# %% wrong: = in place of += over the channels, so only the last channel counts; shows for more than one channel
def conv2d_image(x, weight, bias):
    c_in, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    out = np.zeros((c_out, h - kh + 1, w - kw + 1))
    for f in range(c_out):
        for r in range(h - kh + 1):
            for c in range(w - kw + 1):
                for ch in range(c_in):
                    out[f, r, c] = np.sum(x[ch, r:r + kh, c:c + kw] * weight[f, ch])
                out[f, r, c] += bias[f]
    return out
# %% wrong: the bias is added along the width, not to each map; shows for more than one filter: wrong numbers if the output is C_out wide, a wrong shape if it is 1 wide, else a ValueError
def conv2d_image(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2))
    maps = np.einsum("chwij,fcij->fhw", windows, weight)
    return maps + bias
# %% wrong: all kernels are turned by 180 degrees (true convolution)
def conv2d_image(x, weight, bias):
    flipped = weight[:, :, ::-1, ::-1]
    F, C, KH, KW = weight.shape
    Ho, Wo = x.shape[1] - KH + 1, x.shape[2] - KW + 1
    y = np.empty((F, Ho, Wo))
    for f in range(F):
        for i in range(Ho):
            for j in range(Wo):
                y[f, i, j] = (x[:, i:i + KH, j:j + KW] * flipped[f]).sum() + bias[f]
    return y
# %% wrong: the channels are averaged in place of summed; shows for more than one channel
def conv2d_image(x, weight, bias):
    def corr(a, k):
        v = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return np.einsum("hwij,ij->hw", v, k)
    result = []
    for kernels, b in zip(weight, bias):
        per_channel = [corr(channel, k) for channel, k in zip(x, kernels)]
        result.append(np.mean(per_channel, axis=0) + b)
    return np.array(result)
# %% right: windows as columns of one matrix, with a row of ones that meets the bias
def conv2d_image(x, weight, bias):
    c_out, c_in, kh, kw = weight.shape
    ho, wo = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    columns = [np.append(x[:, r:r + kh, c:c + kw].ravel(), 1.0) for r in range(ho) for c in range(wo)]
    filters = np.column_stack([weight.reshape(c_out, -1), bias])
    return (filters @ np.array(columns).T).reshape(c_out, ho, wo)
