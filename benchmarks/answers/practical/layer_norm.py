# %% wrong: the axes of batch norm: one mean and variance for each channel over all images, (0, 2, 3), instead of each image
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    var = x.var(axis=(0, 2, 3), keepdims=True)
    return weight * (x - mean) / np.sqrt(var + eps) + bias
# %% wrong: one mean and one variance for the whole batch (no axis given): right for a single image only
def layer_norm(x, weight, bias, eps=1e-5):
    return (x - x.mean()) / np.sqrt(x.var() + eps) * weight + bias
# %% wrong: weight and bias are treated as (C,) and reshaped to (1, C, 1, 1): ValueError, since they have the shape (C, H, W)
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(x.shape[0], -1)
    mu = flat.mean(1, keepdims=True)
    z = ((flat - mu) / np.sqrt(flat.var(1, keepdims=True) + eps)).reshape(x.shape)
    c = x.shape[1]
    return z * weight.reshape(1, c, 1, 1) + bias.reshape(1, c, 1, 1)
# %% wrong: two mistakes: eps is added to the standard deviation outside of the root instead of to the variance, and the variance is the unbiased one (ddof=1)
def layer_norm(x, weight, bias, eps=1e-5):
    out = np.zeros(x.shape)
    for n, image in enumerate(x):
        out[n] = weight * ((image - image.mean()) / (image.std(ddof=1) + eps)) + bias
    return out
# %% right: image by image
def layer_norm(x, weight, bias, eps=1e-5):
    return np.stack([(im - im.mean()) / math.sqrt(im.var() + eps) * weight + bias for im in x])
