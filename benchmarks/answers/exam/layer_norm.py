# %% wrong: one mean and variance for each channel of each image (instance norm)
def layer_norm(x, weight, bias, eps=1e-5):
    mean, var = x.mean(axis=(2, 3), keepdims=True), x.var(axis=(2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: one mean and variance for the whole batch
def layer_norm(x, weight, bias, eps=1e-5):
    return (x - x.mean()) / np.sqrt(x.var() + eps) * weight + bias
# %% wrong: each image is normalised over the channels only, pixel by pixel
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=1, keepdims=True)
    var = x.var(axis=1, keepdims=True)
    return weight * (x - mean) / np.sqrt(var + eps) + bias
# %% wrong: the images of the caller's x are overwritten in the loop
def layer_norm(x, weight, bias, eps=1e-5):
    for n in range(len(x)):
        x[n] = (x[n] - x[n].mean()) / np.sqrt(x[n].var() + eps) * weight + bias
    return x
# %% wrong: the variance is taken around the mean of the batch: x is centred image by image, but var uses the mean of all
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(1, 2, 3), keepdims=True)
    var = ((x - mean.mean()) ** 2).mean(axis=(1, 2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: eps is left out (0 / 0 for an even image, a little too large otherwise)
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    normal = (flat - flat.mean(axis=1, keepdims=True)) / flat.std(axis=1, keepdims=True)
    return normal.reshape(x.shape) * weight + bias
# %% right: list of images
def layer_norm(x, weight, bias, eps=1e-5):
    return np.stack([weight * (image - image.mean()) / np.sqrt(image.var() + eps) + bias for image in x])
