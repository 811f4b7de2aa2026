# %% wrong: patches are never uncovered: all positions cover one and the same copy
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    C, H, W = image.shape
    rows, cols = (H - size) // stride + 1, (W - size) // stride + 1
    whole = model(image[None])[0, label]
    covered = image.copy()
    out = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            out[i, j] = whole - model(covered[None])[0, label]
    return out
# %% wrong: the model is not put into evaluation mode; shows when it is in training mode and has a layer with two modes (batch norm, dropout)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    before = model(image[None])[0, label]
    result = []
    for top in range(0, image.shape[1] - size + 1, stride):
        row = []
        for left in range(0, image.shape[2] - size + 1, stride):
            changed = image.copy()
            changed[:, top:top + size, left:left + size] = fill
            row.append(before - model(changed[None])[0, label])
        result.append(row)
    return np.array(result)
# %% wrong: too many positions: a patch may hang over the lower and the right edge; shows when size > stride, and may show when the image is not a multiple of the stride
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    logit = model(image[np.newaxis])[0][label]
    ys = range(0, image.shape[1], stride)
    xs = range(0, image.shape[2], stride)
    heat = np.zeros((len(ys), len(xs)))
    for a, y in enumerate(ys):
        for b, x in enumerate(xs):
            img = np.array(image)
            img[:, y:y + size, x:x + size] = fill
            heat[a, b] = logit - model(img[np.newaxis])[0][label]
    return heat
# %% wrong: two mistakes: only the first channel is covered (right for one channel), and the fall is that of the probability and not of the logit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    def prob(img):
        z = model(img[None])[0]
        e = np.exp(z - z.max())
        return e[label] / e.sum()
    p = prob(image)
    h = (image.shape[1] - size) // stride + 1
    w = (image.shape[2] - size) // stride + 1
    drop = np.empty((h, w))
    for i in range(h):
        for j in range(w):
            copy = image.copy()
            copy[0, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            drop[i, j] = p - prob(copy)
    return drop
# %% right: all covered images in one batch, by masks of rows and columns
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, H, W = image.shape
    def bands(length):
        first = np.arange(0, length - size + 1, stride)[:, None]
        place = np.arange(length)
        return (place >= first) & (place < first + size)
    r, c = bands(H), bands(W)
    mask = r[:, None, :, None] & c[None, :, None, :]          # (rows, columns, H, W)
    covered = np.where(mask.reshape(-1, 1, H, W), np.asarray(fill, image.dtype), image)
    logits = model(np.concatenate([image[None], covered]))[:, label]
    return (logits[0] - logits[1:]).reshape(len(r), len(c))
