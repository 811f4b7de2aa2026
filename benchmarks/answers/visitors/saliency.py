# %% wrong: the gradient of the cross-entropy goes back, not the slope of the one logit
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    grad = np.exp(logits - logits.max(axis=1, keepdims=True))
    grad = grad / grad.sum(axis=1, keepdims=True)
    grad[0, label] -= 1
    slopes = model.backward(grad)[0]
    model.zero_grad()
    return np.abs(slopes).max(axis=0)

# %% wrong: first the largest over the channels, then the absolute value
def saliency(model, image, label):
    model.eval()
    logits = model(np.expand_dims(image, 0))
    chosen = np.eye(logits.shape[1], dtype=logits.dtype)[[label]]
    slopes = model.backward(chosen)
    model.zero_grad()
    return np.abs(np.max(slopes[0], axis=0))

# %% wrong: the gradients are cleared before the backward pass only, so afterwards the parameters keep some
def saliency(model, image, label):
    model.eval()
    model.zero_grad()
    out = model(image[np.newaxis])
    one = np.zeros_like(out)
    one[:, label] = 1.0
    grad = model.backward(one)
    return np.amax(np.absolute(grad[0]), axis=0)

# %% right: a loop over the channels
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    ask = logits * 0
    ask[0, label] = 1
    slopes = model.backward(ask)
    model.zero_grad()
    largest = np.zeros(image.shape[1:])
    for channel in slopes[0]:
        largest = np.where(np.abs(channel) > largest, np.abs(channel), largest)
    return largest
