# %% wrong: statistics for each channel of each image (instance norm)
def layer_norm(x, weight, bias, eps=1e-5):
    m = x.mean(axis=(2, 3), keepdims=True)
    v = x.var(axis=(2, 3), keepdims=True)
    return (x - m) / np.sqrt(v + eps) * weight + bias
# %% wrong: one mean for the whole batch
def layer_norm(x, weight, bias, eps=1e-5):
    z = (x - np.mean(x)) / np.sqrt(np.var(x) + eps)
    return z * weight + bias
# %% wrong: over the channels at each pixel, as layers for text do
def layer_norm(x, weight, bias, eps=1e-5):
    mu = x.mean(axis=1, keepdims=True)
    var = ((x - mu) ** 2).mean(axis=1, keepdims=True)
    return weight * (x - mu) / np.sqrt(var + eps) + bias
# %% wrong: np.std with ddof=1, torch.std's default, and eps added to it
def layer_norm(x, weight, bias, eps=1e-5):
    out = []
    for image in x:
        out.append((image - image.mean()) / (image.std(ddof=1) + eps) * weight + bias)
    return np.stack(out)
# %% right: image by image
def layer_norm(x, weight, bias, eps=1e-5):
    result = np.empty(x.shape)
    for n, image in enumerate(x):
        centred = image - image.sum() / image.size
        result[n] = centred / math.sqrt(np.vdot(centred, centred) / image.size + eps)
    return result * weight + bias
