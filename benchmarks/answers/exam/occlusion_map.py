# %% wrong: the same copy is covered again and again, so patches pile up
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    c, h, w = image.shape
    whole = model(image[None])[0, label]
    down, across = (h - size) // stride + 1, (w - size) // stride + 1
    result = np.zeros((down, across))
    covered = image.copy()
    for i in range(down):
        for j in range(across):
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% wrong: the sign is reversed: covered minus whole
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    c, h, w = image.shape
    whole = model(image[None])[0, label]
    result = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i, j in np.ndindex(*result.shape):
        covered = image.copy()
        covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        result[i, j] = model(covered[None])[0, label] - whole
    return result
# %% wrong: only the first channel is covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    c, h, w = image.shape
    whole = model(image[None])[0, label]
    result = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i, j in np.ndindex(*result.shape):
        covered = image.copy()
        covered[0, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% wrong: the fall of the probability (softmax), not of the logit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    def probability(picture):
        logits = model(picture[None])[0]
        shares = np.exp(logits - logits.max())
        return shares[label] / shares.sum()
    _, h, w = image.shape
    whole = probability(image)
    result = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i, j in np.ndindex(*result.shape):
        covered = image.copy()
        covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        result[i, j] = whole - probability(covered)
    return result
# %% wrong: position (i, j) covers from row i and column j, without the stride
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    _, h, w = image.shape
    whole = model(image[None])[0, label]
    result = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i in range(result.shape[0]):
        for j in range(result.shape[1]):
            covered = image.copy()
            covered[:, i:i + size, j:j + size] = fill
            result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% wrong: `covered = image` is no copy, so the caller's image is covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    _, h, w = image.shape
    whole = model(image[None])[0, label]
    rows = []
    for top in range(0, h - size + 1, stride):
        row = []
        for left in range(0, w - size + 1, stride):
            covered = image
            covered[:, top:top + size, left:left + size] = fill
            row.append(whole - model(covered[None])[0, label])
        rows.append(row)
    return np.array(rows)
# %% wrong: the fall of the largest logit, whichever it is, instead of that of `label`
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    _, h, w = image.shape
    label = model(image[None])[0].argmax()
    whole = model(image[None])[0, label]
    result = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i, j in np.ndindex(*result.shape):
        covered = image.copy()
        covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% right: all covered images in one batch
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    _, h, w = image.shape
    tops, lefts = range(0, h - size + 1, stride), range(0, w - size + 1, stride)
    many = []
    for top in tops:
        for left in lefts:
            mask = np.zeros((h, w), bool)
            mask[top:top + size, left:left + size] = True
            many.append(np.where(mask, np.asarray(fill, image.dtype), image))
    logits = model(np.stack(many))[:, label]
    return (model(image[None])[0, label] - logits).reshape(len(tops), len(lefts))
# %% right: one position after the other, in evaluation mode
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, h, w = image.shape
    whole = model(image[None])[0, label]
    falls = []
    for top in range(0, h - size + 1, stride):
        falls.append([])
        for left in range(0, w - size + 1, stride):
            covered = image.copy()
            covered[:, top:top + size, left:left + size] = fill
            falls[-1].append(whole - model(covered[None])[0, label])
    return np.array(falls)
