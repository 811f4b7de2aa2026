# %% wrong: per pixel over the channels (as in transformers, axis 1)
def layer_norm(x, weight, bias, eps=1e-5):
    m, v = x.mean(1, keepdims=True), x.var(1, keepdims=True)
    return (x - m) / np.sqrt(v + eps) * weight + bias
# %% wrong: per channel (instance norm)
def layer_norm(x, weight, bias, eps=1e-5):
    m, v = x.mean((2, 3), keepdims=True), x.var((2, 3), keepdims=True)
    return (x - m) / np.sqrt(v + eps) * weight + bias
# %% wrong: over the batch as well
def layer_norm(x, weight, bias, eps=1e-5):
    return (x - x.mean()) / np.sqrt(x.var() + eps) * weight + bias
# %% wrong: unbiased variance
def layer_norm(x, weight, bias, eps=1e-5):
    a = (1, 2, 3)
    return (x - x.mean(a, keepdims=True)) / np.sqrt(x.var(a, keepdims=True, ddof=1) + eps) * weight + bias
# %% wrong: eps added to the deviation
def layer_norm(x, weight, bias, eps=1e-5):
    a = (1, 2, 3)
    return (x - x.mean(a, keepdims=True)) / (x.std(a, keepdims=True) + eps) * weight + bias
# %% right: axes
def layer_norm(x, weight, bias, eps=1e-5):
    a = (1, 2, 3)
    return (x - x.mean(a, keepdims=True)) / np.sqrt(x.var(a, keepdims=True) + eps) * weight + bias
# %% right: image by image
def layer_norm(x, weight, bias, eps=1e-5):
    return np.stack([(i - i.mean()) / np.sqrt(i.var() + eps) * weight + bias for i in x])
