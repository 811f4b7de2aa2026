# %% wrong: the patches accumulate: the same copy is covered again and again
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    h, w = image.shape[1:]
    covered = image.copy()
    rows, cols = range(0, h - size + 1, stride), range(0, w - size + 1, stride)
    result = np.zeros((len(rows), len(cols)))
    for i, r in enumerate(rows):
        for j, c in enumerate(cols):
            covered[:, r:r + size, c:c + size] = fill
            result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% wrong: the sign: covered minus whole
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, h, w = image.shape
    down, across = (h - size) // stride + 1, (w - size) // stride + 1
    batch = np.repeat(image[None], down * across, axis=0)
    for k in range(down * across):
        i, j = divmod(k, across)
        batch[k, :, i * stride:i * stride + size, j * stride:j * stride + size] = fill
    logits = model(batch)[:, label]
    return (logits - model(image[None])[0, label]).reshape(down, across)
# %% wrong: only the first channel is covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    base = model(image[None])[0, label]
    falls = []
    for top in range(0, image.shape[1] - size + 1, stride):
        line = []
        for left in range(0, image.shape[2] - size + 1, stride):
            copy = np.array(image)
            copy[0, top:top + size, left:left + size] = fill
            line.append(base - model(copy[None])[0, label])
        falls.append(line)
    return np.array(falls)
# %% wrong: the fall of the probability, by softmax
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()

    def p(x):
        z = model(x[None])[0]
        e = np.exp(z - z.max())
        return e[label] / e.sum()

    rows = (image.shape[1] - size) // stride + 1
    cols = (image.shape[2] - size) // stride + 1
    out = np.empty((rows, cols))
    for i in range(rows):
        for j in range(cols):
            x = image.copy()
            x[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            out[i, j] = p(image) - p(x)
    return out
# %% wrong: the caller's image is covered, patch after patch, and stays so
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    before = float(model(image[None])[0, label])
    h, w = image.shape[-2:]
    heat = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i, j in np.ndindex(*heat.shape):
        patch = np.s_[:, i * stride:i * stride + size, j * stride:j * stride + size]
        image[patch] = fill
        heat[i, j] = before - model(image[None])[0, label]
    return heat
# %% wrong: the last position that still fits is left out
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    tops, lefts = range(0, image.shape[1] - size, stride), range(0, image.shape[2] - size, stride)
    out = np.zeros((len(tops), len(lefts)))
    for a, t in enumerate(tops):
        for b, l in enumerate(lefts):
            x = image.copy()
            x[:, t:t + size, l:l + size] = fill
            out[a, b] = whole - model(x[None])[0, label]
    return out
# %% wrong: the network stays in training mode
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    whole = model(image[None])[0, label]
    rows = (image.shape[1] - size) // stride + 1
    columns = (image.shape[2] - size) // stride + 1
    falls = np.zeros((rows, columns))
    for i, j in np.ndindex(rows, columns):
        covered = np.array(image)
        covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        falls[i, j] = whole - model(covered[None])[0, label]
    return falls
# %% right: a mask for each position and np.where
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    height, width = image.shape[1:]
    whole = model(image[None])[0, label]
    r, c = np.arange(height), np.arange(width)

    def fall(top, left):
        hidden = ((r >= top) & (r < top + size))[:, None] & ((c >= left) & (c < left + size))
        return whole - model(np.where(hidden, fill, image).astype(image.dtype)[None])[0, label]

    return np.array([[fall(top, left) for left in range(0, width - size + 1, stride)]
                     for top in range(0, height - size + 1, stride)])
