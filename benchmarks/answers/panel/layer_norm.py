# %% wrong: one mean and variance for each channel of each image (axes H and W only: instance norm); right for one channel
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    return weight * (x - mean) / np.sqrt(var + eps) + bias
# %% wrong: normalised over the channels only, a mean for each pixel (axis 1); right for images of one pixel
def layer_norm(x, weight, bias, eps=1e-5):
    # "C is the feature axis"
    mu = np.mean(x, axis=1, keepdims=True)
    sigma = np.sqrt(np.mean((x - mu) ** 2, axis=1, keepdims=True) + eps)
    return (x - mu) / sigma * weight + bias
# %% wrong: the unbiased variance (ddof=1) is used and not the biased one
def layer_norm(x, weight, bias, eps=1e-5):
    out = []
    for image in x:
        m, v = image.mean(), image.var(ddof=1)
        out.append((image - m) / np.sqrt(v + eps) * weight + bias)
    return np.stack(out)
# %% wrong: bias is added before the multiplication with weight; shows when bias is not 0 and weight not 1
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    centred = flat - flat.mean(axis=1)[:, np.newaxis]
    norm = centred / np.sqrt(flat.var(axis=1) + eps)[:, np.newaxis]
    return (norm.reshape(x.shape) + bias) * weight
# %% right: rows of numbers, length of the centred row
def layer_norm(x, weight, bias, eps=1e-5):
    rows = np.array([image.ravel() - image.sum() / image.size for image in x])
    length = np.linalg.norm(rows, axis=1)
    size = np.sqrt(length * length / rows.shape[1] + eps)
    rows = rows / size[:, None] * weight.ravel() + bias.ravel()
    return rows.reshape(x.shape)
