# %% wrong: no bias added
def conv1x1(x, weight, bias):
    return np.moveaxis(x, 1, -1).dot(weight.T).transpose(0, 3, 1, 2)
# %% wrong: the bias is added to the input channels before the mixing (wrong shape where C_in differs)
def conv1x1(x, weight, bias):
    shifted = x + np.reshape(bias, (1, -1, 1, 1))
    return np.einsum("nchw,fc->nfhw", shifted, weight)
# %% wrong: N and C_out come in the wrong order, (C_out, N, H, W)
def conv1x1(x, weight, bias):
    return np.tensordot(weight, x, axes=(1, 1)) + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: reshape instead of transpose to bring the channels back to axis 1
def conv1x1(x, weight, bias):
    n, c, h, w = x.shape
    pixels = x.transpose(0, 2, 3, 1).reshape(-1, c)
    return (pixels @ weight.T + bias).reshape(n, -1, h, w)
# %% wrong: each channel gets one weight only, no mixing (diagonal)
def conv1x1(x, weight, bias):
    n, c, h, w = x.shape
    maps = [x[:, min(f, c - 1)] * weight[f, min(f, c - 1)] + bias[f] for f in range(len(weight))]
    return np.stack(maps, axis=1)
# %% wrong: the channels are averaged instead of added
def conv1x1(x, weight, bias):
    mixed = (x[:, None] * weight[None, :, :, None, None]).mean(axis=2)
    return mixed + np.reshape(bias, (-1, 1, 1))
# %% wrong: the sum of the biases is added to every map
def conv1x1(x, weight, bias):
    return (x[:, None] * weight[None, :, :, None, None]).sum(axis=2) + np.sum(bias)
# %% wrong: the first channel is skipped, the loop over channels starts at 1
def conv1x1(x, weight, bias):
    n, c, h, w = x.shape
    out = np.zeros((n, weight.shape[0], h, w)) + np.reshape(bias, (-1, 1, 1))
    for f in range(weight.shape[0]):
        for k in range(1, c):
            out[:, f] += x[:, k] * weight[f, k]
    return out
# %% wrong: the batch axis is lost, all images are added
def conv1x1(x, weight, bias):
    return np.einsum("nchw,fc->fhw", x, weight) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the output is integer, fractions are cut off
def conv1x1(x, weight, bias):
    n, c, h, w = x.shape
    out = np.zeros((n, len(weight), h, w), int)
    for i, f, r, q in np.ndindex(out.shape):
        out[i, f, r, q] = x[i, :, r, q] @ weight[f] + bias[f]
    return out
# %% wrong: ValueError, weight @ x without flattening the pixels (the matrix product runs over the last axes)
def conv1x1(x, weight, bias):
    return weight @ x + np.reshape(bias, (-1, 1, 1))
# %% wrong: two mistakes: height and width exchanged, and no bias
def conv1x1(x, weight, bias):
    return np.einsum("nchw,fc->nfwh", x, weight)
# %% right: broadcast products and a sum
def conv1x1(x, weight, bias):
    products = x[:, None] * weight[None, :, :, None, None]
    return products.sum(axis=2) + np.reshape(bias, (1, -1, 1, 1))
# %% right: channels last, dense layer, channels first again
def conv1x1(x, weight, bias):
    last = np.moveaxis(x, 1, -1)
    return np.moveaxis(last @ weight.T + bias, -1, 1)
# %% right: map by map
def conv1x1(x, weight, bias):
    maps = []
    for f in range(weight.shape[0]):
        total = np.full((x.shape[0], x.shape[2], x.shape[3]), float(bias[f]))
        for c in range(weight.shape[1]):
            total += weight[f, c] * x[:, c]
        maps.append(total)
    return np.stack(maps, axis=1)
