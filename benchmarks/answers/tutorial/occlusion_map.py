# %% wrong: covers the first channel only (image[0]), the other channels stay; right for images of one channel
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    rows = range(0, image.shape[1] - size + 1, stride)
    columns = range(0, image.shape[2] - size + 1, stride)
    falls = np.zeros((len(rows), len(columns)))
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            covered = image.copy()
            covered[0, top:top + size, left:left + size] = fill
            falls[i, j] = whole - model(covered[None])[0, label]
    return falls
# %% wrong: positions run up to the edge, so the last patches lie only partly inside and the map is too large (wrong shape)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    before = model(image[np.newaxis])[0][label]
    result = []
    for top in range(0, image.shape[1], stride):
        line = []
        for left in range(0, image.shape[2], stride):
            copy = np.array(image)
            copy[:, top:top + size, left:left + size] = fill
            line.append(before - model(copy[np.newaxis])[0][label])
        result.append(line)
    return np.array(result)
# %% wrong: one copy is made before the loops, so patches that were covered stay covered at all later positions; only the first position is right
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    down = (image.shape[1] - size) // stride + 1
    across = (image.shape[2] - size) // stride + 1
    covered, answer = image.copy(), np.zeros((down, across))
    start = model(image[None])[0, label]
    for i, j in np.ndindex(down, across):
        covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        answer[i, j] = start - model(covered[None])[0, label]
    return answer
# %% wrong: two mistakes: measures the probability (softmax) instead of the logit, and the sign is turned, covered minus whole
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    def probability(picture):
        logits = model(picture[None])[0]
        powers = np.exp(logits - logits.max())
        return powers[label] / powers.sum()

    model.eval()
    sure = probability(image)
    tops = np.arange(0, image.shape[1] - size + 1, stride)
    lefts = np.arange(0, image.shape[2] - size + 1, stride)
    out = np.empty((len(tops), len(lefts)))
    for i in range(len(tops)):
        for j in range(len(lefts)):
            hidden = image.copy()
            hidden[:, tops[i]:tops[i] + size, lefts[j]:lefts[j] + size] = fill
            out[i, j] = probability(hidden) - sure
    return out
# %% right: all covered copies as one batch
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    down = (image.shape[1] - size) // stride + 1
    across = (image.shape[2] - size) // stride + 1
    copies = np.repeat(image[None], down * across + 1, axis=0)
    for k, (i, j) in enumerate(np.ndindex(down, across)):
        copies[k, :, i * stride:i * stride + size, j * stride:j * stride + size] = fill
    logits = model(copies)[:, label]
    return (logits[-1] - logits[:-1]).reshape(down, across)
