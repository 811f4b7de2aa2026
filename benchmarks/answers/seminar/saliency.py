# %% wrong: first the largest slope over the channels, then the absolute value; right for one channel
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    g = np.zeros_like(logits)
    g[0, label] = 1
    slopes = model.backward(g)[0]
    model.zero_grad()
    return np.abs(slopes.max(axis=0))
# %% wrong: the gradients of the parameters are not cleared afterwards; the map is right
def saliency(model, image, label):
    model.eval()
    out = model(image[None])
    up = np.zeros(out.shape, out.dtype)
    up[0, label] = 1.0
    model.zero_grad()
    dx = model.backward(up)
    return np.abs(dx[0]).max(axis=0)
# %% wrong: asks all logits at once (a gradient of ones) instead of the logit of label only; right for a model with one logit
def saliency(model, image, label):
    model.eval()
    scores = model(image[None])
    grad = model.backward(np.ones_like(scores))
    model.zero_grad()
    return np.max(np.abs(grad[0]), axis=0)
# %% wrong: the mean of the absolute slopes over the channels is taken instead of the largest; right for one channel
def saliency(model, image, label):
    model.eval()
    y = model(image[None, ...])
    one_hot = np.zeros_like(y)
    one_hot[:, label] = 1
    d = model.backward(one_hot)[0]
    model.zero_grad()
    return np.mean(np.abs(d), axis=0)
# %% right: the larger of the largest and the largest of the negatives
def saliency(model, image, label):
    model.eval()
    logits = model(np.expand_dims(image, 0))
    ask = (np.arange(logits.shape[1]) == label).astype(logits.dtype).reshape(1, -1)
    slope = np.squeeze(model.backward(ask), axis=0)
    model.zero_grad()
    return np.maximum(slope.max(axis=0), -slope.min(axis=0))
