# %% wrong: the gradients are cleared before the backward pass but not after it, so the parameters keep those of this pass; the map is right
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    model.zero_grad()
    grad = model.backward(slopes)[0]
    return np.abs(grad).max(axis=0)
# %% wrong: the maximum over the channels is taken first and its absolute value afterwards, so strong negative slopes are lost
def saliency(model, image, label):
    model.eval()
    out = model(image[np.newaxis])
    one_hot = np.zeros(out.shape)
    one_hot[:, label] = 1.0
    gradient = model.backward(one_hot)
    model.zero_grad()
    return np.abs(gradient[0].max(axis=0))
# %% wrong: the absolute slopes are added up over the channels instead of taking the largest (right for one channel)
def saliency(model, image, label):
    model.eval()
    scores = model(image[None, ...])
    upstream = np.zeros_like(scores)
    upstream[0, label] = 1
    slope = np.abs(model.backward(upstream)).sum(axis=1)
    model.zero_grad()
    return slope[0]
# %% wrong: the slopes that go back are 1 for every class, so it is the slope of the sum of all logits, and label is ignored
def saliency(model, image, label):
    model.eval()
    x = image[None]
    logits = model(x)
    grad = model.backward(np.ones_like(logits))
    model.zero_grad()
    return np.max(np.abs(grad[0]), axis=0)
# %% right: a row of the identity matrix goes back, and the largest absolute value is a norm
def saliency(model, image, label):
    network = model
    network.eval()
    answers = network(image[None]).shape[1]
    (slopes,) = network.backward(np.eye(answers)[label : label + 1])
    network.zero_grad()
    return np.linalg.norm(slopes, ord=np.inf, axis=0)
