# %% wrong: normalised over the channels of each pixel, not over the whole image
def layer_norm(x, weight, bias, eps=1e-5):
    u = x.mean(1, keepdims=True)
    s = ((x - u) ** 2).mean(1, keepdims=True)
    x = (x - u) / np.sqrt(s + eps)
    return weight * x + bias

# %% wrong: the variance is divided by n - 1
def layer_norm(x, weight, bias, eps=1e-5):
    out = np.empty(x.shape)
    for i, image in enumerate(x):
        n = image.size
        centre = image - image.sum() / n
        variance = np.sum(centre ** 2) / (n - 1)
        out[i] = centre / math.sqrt(variance + eps) * weight + bias
    return out

# %% wrong: one mean and one variance for the whole batch, not for each image
def layer_norm(x, weight, bias, eps=1e-5):
    normal = (x - x.mean()) / np.sqrt(x.var() + eps)
    return weight * normal + bias

# %% right: images as rows
def layer_norm(x, weight, bias, eps=1e-5):
    rows = x.reshape(len(x), -1)
    n = rows.shape[1]
    rows = rows - (rows @ np.full(n, 1 / n))[:, None]
    power = np.einsum("ij,ij->i", rows, rows) / n
    rows = rows / np.sqrt(power + eps)[:, None]
    return (rows * weight.ravel() + bias.ravel()).reshape(x.shape)
