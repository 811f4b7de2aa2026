# %% wrong: mean and variance have shape (N,), without keepdims, so they meet the columns: ValueError unless W equals N (wrong numbers then) or N is 1 (right then)
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(axis=(1, 2, 3))
    var = x.var(axis=(1, 2, 3))
    return (x - mean) / np.sqrt(var + eps) * weight + bias
# %% wrong: the variance is the mean of the squares, without subtracting the mean first; right for images of mean 0
def layer_norm(x, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), -1)
    mean = flat.mean(axis=1, keepdims=True)
    square = (flat**2).mean(axis=1, keepdims=True)
    normal = (flat - mean) / np.sqrt(square + eps)
    return normal.reshape(x.shape) * weight + bias
# %% wrong: the numbers are right for float x, but each image of x is changed in place (whole-number x raises UFuncTypeError)
def layer_norm(x, weight, bias, eps=1e-5):
    for image in x:
        image -= image.mean()
        image /= np.sqrt(image.var() + eps)
    return x * weight + bias
# %% wrong: two mistakes: mean and variance go over the channels of each pixel only (axis 1), and the variance is the unbiased one
def layer_norm(x, weight, bias, eps=1e-5):
    mu = x.mean(axis=1, keepdims=True)
    sigma2 = x.var(axis=1, ddof=1, keepdims=True)
    return weight * (x - mu) / np.sqrt(sigma2 + eps) + bias
# %% right: image by image into a new array
def layer_norm(x, weight, bias, eps=1e-5):
    return np.stack([(each - each.mean()) / math.sqrt(each.var() + eps) * weight + bias for each in x])
