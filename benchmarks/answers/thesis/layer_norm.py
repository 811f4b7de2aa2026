# %% wrong: mean and variance over the channels only, one for each pixel; shows unless H = W = 1
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=1, keepdims=True)
    var = x.var(axis=1, keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: mean and variance over N, H and W, one for each channel, as in batch norm; right for one image with one channel
def layer_norm(x, weight, bias, eps=1e-5):
    out = np.empty_like(x)
    for k in range(x.shape[1]):
        part = x[:, k]
        out[:, k] = (part - part.mean()) / math.sqrt(part.var() + eps)
    return weight * out + bias
# %% wrong: eps is added to the deviation, outside the root; shows with a small variance or a larger eps
def layer_norm(x, weight, bias, eps=1e-5):
    result = []
    for image in x:
        image_hat = (image - np.mean(image)) / (np.std(image) + eps)
        result.append(image_hat * weight + bias)
    return np.array(result)
# %% wrong: the output is right, but x itself is centred and scaled in place
def layer_norm(x, weight, bias, eps=1e-5):
    x -= x.mean(axis=(1, 2, 3), keepdims=True)
    x /= np.sqrt((x**2).mean(axis=(1, 2, 3), keepdims=True) + eps)
    return x * weight + bias
# %% right: one row for each image, mean of squares by einsum
def layer_norm(x, weight, bias, eps=1e-5):
    rows = x.reshape(len(x), -1)
    size = rows.shape[1]
    rows = rows - rows.sum(axis=1)[:, None] / size
    power = np.einsum("ni,ni->n", rows, rows) / size
    hat = rows.T * (power + eps) ** -0.5
    return (hat.T * weight.ravel() + bias.ravel()).reshape(x.shape)
