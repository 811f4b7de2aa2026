# %% wrong: the slope keeps its sign
def saliency(model, image, label):
    model.eval()
    out = model(image[None])
    g = np.zeros(out.shape)
    g[0, label] = 1.0
    slopes = model.backward(g)[0]
    model.zero_grad()
    return slopes.max(axis=0)
# %% wrong: the sum over the channels, not the largest
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    start = np.eye(logits.shape[1])[[label]]
    gradient = np.abs(model.backward(start))
    model.zero_grad()
    return gradient[0].sum(axis=0)
# %% wrong: the slopes of the loss, p - y, in place of those of one logit
def saliency(model, image, label):
    model.eval()
    z = model(image[None])
    p = np.exp(z - z.max())
    p = p / p.sum()
    p[0, label] -= 1
    g = model.backward(p)
    model.zero_grad()
    return np.max(np.abs(g[0]), axis=0)
# %% wrong: of the class that the network says, the label is not used
def saliency(model, image, label):
    model.eval()
    logits = model(image[None])
    upstream = (logits == logits.max()).astype(float)
    grad = model.backward(upstream)[0]
    model.zero_grad()
    return np.abs(grad).max(axis=0)
# %% wrong: never put into evaluation mode
def saliency(model, image, label):
    scores = model(image[np.newaxis])
    one = np.zeros_like(scores)
    one[0, label] = 1
    slope = model.backward(one)[0]
    model.zero_grad()
    return np.maximum.reduce(np.abs(slope))
# %% wrong: the gradients stay in the parameters, nobody clears them
def saliency(model, image, label):
    model.eval()
    z = model(image[None])
    up = np.zeros(z.shape)
    up[0, label] = 1
    return np.abs(model.backward(up)[0]).max(axis=0)
# %% right: the larger of the slope and its negative, channel by channel
def saliency(model, image, label):
    model.eval()
    logits = model(image[None, ...])
    ask = np.zeros_like(logits)
    ask[:, label] = 1
    (slopes,) = model.backward(ask)
    model.zero_grad()
    strongest = np.zeros(slopes.shape[1:])
    for channel in slopes:
        strongest = np.maximum(strongest, np.maximum(channel, -channel))
    return strongest
