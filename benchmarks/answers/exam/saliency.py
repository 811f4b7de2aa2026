# %% wrong: the largest over the channels is taken before the absolute value
def saliency(model, image, label):
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    grad = model.backward(slopes)[0]
    model.zero_grad()
    return np.abs(grad.max(axis=0))
# %% wrong: the gradients of the parameters are left in the model
def saliency(model, image, label):
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    return np.abs(model.backward(slopes)[0]).max(axis=0)
# %% wrong: the slope of all logits together, not of one
def saliency(model, image, label):
    logits = model(image[None])
    grad = model.backward(np.ones_like(logits))[0]
    model.zero_grad()
    return np.abs(grad).max(axis=0)
# %% wrong: the gradient of the cross-entropy loss (softmax minus one-hot) in place of the logit's slope
def saliency(model, image, label):
    from cnnhelpers import mine
    logits = model(image[None])
    grad = model.backward(mine.cross_entropy_backward(logits, np.array([label])))[0]
    model.zero_grad()
    return np.abs(grad).max(axis=0)
# %% wrong: the one-hot row is multiplied by the logit itself, so the map is |logit| times too large
def saliency(model, image, label):
    logits = model(image[None])
    mask = np.zeros_like(logits)
    mask[0, label] = 1
    grad = model.backward(logits * mask)[0]
    model.zero_grad()
    return np.abs(grad).max(axis=0)
# %% wrong: divided by its maximum, so that the largest is 1
def saliency(model, image, label):
    logits = model(image[None])
    slopes = np.zeros(logits.shape)
    slopes[0, label] = 1
    grad = np.abs(model.backward(slopes)[0]).max(axis=0)
    model.zero_grad()
    return grad / grad.max()
# %% wrong: the mean over the channels instead of the largest
def saliency(model, image, label):
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1.0
    grad = model.backward(slopes)
    model.zero_grad()
    return np.abs(grad[0]).mean(axis=0)
# %% right: a row of the identity matrix
def saliency(model, image, label):
    scores = model(image[None])
    slopes = np.eye(scores.shape[1], dtype=scores.dtype)[label][None]
    grad = model.backward(slopes)
    model.zero_grad()
    return np.maximum(grad, -grad)[0].max(axis=0)
# %% right: in evaluation mode, the maximum in a loop
def saliency(model, image, label):
    model.eval()
    logits = model(np.expand_dims(image, 0))
    slopes = logits * 0
    slopes[0, label] = 1
    slope = model.backward(slopes)[0]
    model.zero_grad()
    best = np.zeros(image.shape[1:])
    for channel in np.abs(slope):
        best = np.maximum(best, channel)
    return best
