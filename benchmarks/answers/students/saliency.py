# %% wrong: no absolute value before the maximum: strong negative slopes get lost
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    logits = run(image[None])
    g = np.zeros_like(logits)
    g[0, label] = 1
    grad = model.backward(g)[0]
    model.zero_grad()
    return grad.max(axis=0)
# %% wrong: sums the absolute slopes over the channels instead of taking the largest (right for one channel)
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    logits = run(image[None])
    g = np.zeros_like(logits)
    g[0, label] = 1
    grad = model.backward(g)[0]
    model.zero_grad()
    return np.abs(grad).sum(axis=0)
# %% wrong: leaves the gradients of the weights in the model: zero_grad is not called after the backward pass
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    model.zero_grad()
    logits = run(image[None])
    g = np.zeros_like(logits)
    g[0, label] = 1.0
    return np.abs(model.backward(g)[0]).max(axis=0)
# %% wrong: starts from ones for all classes: slope of the sum of all logits
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    logits = run(image[None])
    grad = model.backward(np.ones_like(logits))
    model.zero_grad()
    return np.abs(grad[0]).max(axis=0)
# %% wrong: gradient of the cross-entropy loss (p - y) instead of that of the logit
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    logits = run(image[None])
    e = np.exp(logits - logits.max())
    g = e / e.sum()
    g[0, label] -= 1
    grad = model.backward(g)
    model.zero_grad()
    return np.max(np.abs(grad[0]), axis=0)
# %% wrong: keeps the channels: answers (C, H, W) instead of (H, W)
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    logits = run(image[None])
    g = np.zeros_like(logits)
    g[0, label] = 1
    grad = model.backward(g)
    model.zero_grad()
    return np.abs(grad[0])
# %% wrong: absolute value after the maximum, so the largest signed slope is taken
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    logits = run(image[None])
    g = np.zeros_like(logits)
    g[:, label] = 1
    slopes = model.backward(g)[0]
    model.zero_grad()
    return np.abs(np.max(slopes, axis=0))
# %% right: largest of maximum and minus minimum over the channels
def saliency(model, image, label):
    run = model if callable(model) else model.forward
    logits = run(image[None])
    pick = (np.arange(logits.shape[1]) == label)[None].astype(logits.dtype)
    slope = model.backward(pick)[0]
    model.zero_grad()
    return np.maximum(slope.max(axis=0), -slope.min(axis=0))
