# %% wrong: the image is copied once, before the loops, so patches that were covered earlier stay covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    rows = (image.shape[1] - size) // stride + 1
    columns = (image.shape[2] - size) // stride + 1
    covered = image.copy()
    result = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% wrong: the last position is missing in both directions where the patch ends exactly at the border: range(0, H - size, stride) instead of H - size + 1
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, H, W = image.shape
    base = model(image[None])[0, label]
    drops = []
    for top in range(0, H - size, stride):
        line = []
        for left in range(0, W - size, stride):
            hidden = image.copy()
            hidden[:, top:top + size, left:left + size] = fill
            line.append(base - model(hidden[None])[0, label])
        drops.append(line)
    return np.array(drops)
# %% wrong: the fall of the probability (softmax) of the label instead of the fall of its logit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()

    def score(picture):
        z = model(picture[np.newaxis])[0]
        e = np.exp(z - z.max())
        return e[label] / e.sum()

    height, width = image.shape[1:]
    out = np.empty(((height - size) // stride + 1, (width - size) // stride + 1))
    reference = score(image)
    for i, j in np.ndindex(out.shape):
        y, x = i * stride, j * stride
        copy = image.copy()
        copy[:, y:y + size, x:x + size] = fill
        out[i, j] = reference - score(copy)
    return out
# %% wrong: two mistakes: the sign is turned (covered minus whole), and only channel 0 is covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    full = model(image[None])[0, label]
    h = (image.shape[1] - size) // stride + 1
    w = (image.shape[2] - size) // stride + 1
    drop = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            c = np.array(image)
            c[0, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            drop[i, j] = model(c[None])[0, label] - full
    return drop
# %% right: masks for a whole row of positions, one call of the model a row
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, height, width = image.shape
    lefts = np.arange(0, width - size + 1, stride)
    inside = (np.arange(width) >= lefts[:, None]) & (np.arange(width) < lefts[:, None] + size)
    whole = model(image[None])[0][label]
    lines = []
    for top in range(0, height - size + 1, stride):
        rows = np.zeros(height, dtype=bool)
        rows[top:top + size] = True
        mask = rows[None, None, :, None] & inside[:, None, None, :]
        covered = np.where(mask, np.asarray(fill, dtype=image.dtype), image[None])
        lines.append(whole - model(covered)[:, label])
    return np.array(lines)
