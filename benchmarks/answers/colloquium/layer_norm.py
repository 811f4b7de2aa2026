# %% wrong: each channel of each image gets its own mean and variance (axes 2 and 3), this is instance norm
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: two mistakes: the unbiased variance (ddof=1) is used instead of the biased one, and bias is never added
def layer_norm(x, weight, bias, eps=1e-5):
    n = len(x)
    flat = x.reshape(n, -1)
    flat = flat - flat.mean(axis=1, keepdims=True)
    flat = flat / np.sqrt(flat.var(axis=1, keepdims=True, ddof=1) + eps)
    return flat.reshape(x.shape) * weight
# %% wrong: bias is added before the multiplication, (normal + bias) · weight
def layer_norm(x, weight, bias, eps=1e-5):
    out = []
    for image in x:
        normal = (image - image.mean()) / np.sqrt(image.var() + eps)
        out.append((normal + bias) * weight)
    return np.stack(out)
# %% wrong: a pair of brackets is missing, only the mean is divided by the deviation: x - mean / sqrt(var + eps)
def layer_norm(x, weight, bias, eps=1e-5):
    axes = (1, 2, 3)
    mu = np.mean(x, axis=axes, keepdims=True)
    sigma = np.sqrt(np.var(x, axis=axes, keepdims=True) + eps)
    normal = x - mu / sigma
    return normal * weight + bias
# %% right: variance as mean of squares of the centred numbers, by einsum
def layer_norm(x, weight, bias, eps=1e-5):
    size = x[0].size
    centred = x - (np.einsum("nchw->n", x) / size)[:, None, None, None]
    power = np.einsum("nchw,nchw->n", centred, centred) / size
    return np.einsum("nchw,n,chw->nchw", centred, (power + eps) ** -0.5, weight) + bias
