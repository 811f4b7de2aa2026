# %% wrong: mean and variance over H and W only, for each channel of each image: that is instance norm
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: keepdims is missing, so the means (N,) line up with the width: a ValueError, or a wrong answer where W is N or 1 (one image is right)
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(1, 2, 3))
    var = x.var(axis=(1, 2, 3))
    return weight * (x - mean) / np.sqrt(var + eps) + bias
# %% wrong: each pixel is normalised over its channels alone (axis 1), as in transformers, instead of the whole image
def layer_norm(x, weight, bias, eps=1e-5):
    mu = x.mean(1, keepdims=True)
    sigma2 = ((x - mu) ** 2).mean(1, keepdims=True)
    return weight * ((x - mu) / np.sqrt(sigma2 + eps)) + bias
# %% wrong: the bias is added before the weight multiplies: (normal + bias) * weight
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    normal = (flat - flat.mean(axis=1)[:, None]) / np.sqrt(flat.var(axis=1) + eps)[:, None]
    return (normal.reshape(x.shape) + bias) * weight
# %% right: a list comprehension over the images
def layer_norm(x, weight, bias, eps=1e-5):
    def one(image):
        away = image - image.mean()
        return away * (np.mean(away * away) + eps) ** -0.5

    return np.stack([one(image) * weight + bias for image in x])
