# %% wrong: first the largest over the channels, then the absolute value, so a large negative slope loses against a small positive one in another channel; right for one channel
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    grad = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(grad.max(axis=0))
# %% wrong: zero_grad is forgotten, so the gradients of the parameters stay in the model; the map is right
def saliency(model, image, label):
    model.eval()
    scores = model(image[np.newaxis])
    upstream = np.zeros(scores.shape, dtype=scores.dtype)
    upstream[0, label] = 1.0
    return np.abs(model.backward(upstream)[0]).max(axis=0)
# %% wrong: the slope of the cross-entropy loss of the label (softmax minus one-hot) instead of that of the label's logit
def saliency(model, image, label):
    model.eval()
    z = model(image[None])
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[0, label] -= 1
    grad_image = model.backward(p)
    model.zero_grad()
    return np.max(np.abs(grad_image[0]), axis=0)
# %% wrong: the model is not put into evaluation mode: eval() is missing
def saliency(model, image, label):
    output = model(image[None])
    one_hot = np.eye(output.shape[1], dtype=output.dtype)[[label]]
    grads = np.abs(model.backward(one_hot))[0]
    model.zero_grad()
    return grads.max(axis=0)
# %% right: the larger of the largest slope and the largest negative one
def saliency(model, image, label):
    model.eval()
    logits = model(np.stack([image]))
    chosen = (np.arange(logits.shape[1]) == label).astype(logits.dtype).reshape(1, -1)
    (slope,) = model.backward(chosen)
    model.zero_grad()
    return np.maximum(slope.max(axis=0), -slope.min(axis=0))
