# %% wrong: one copy is made before the loops, so patches covered earlier stay covered
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    whole = model(image[None])[0, label]
    c, h, w = image.shape
    covered = image.copy()
    result = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i in range(result.shape[0]):
        for j in range(result.shape[1]):
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            result[i, j] = whole - model(covered[None])[0, label]
    return result
# %% wrong: only the first channel of the image is covered (wrong for more than one channel)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    rows = range(0, image.shape[1] - size + 1, stride)
    columns = range(0, image.shape[2] - size + 1, stride)
    copies = []
    for r in rows:
        for c in columns:
            copy = image.copy()
            copy[0, r:r + size, c:c + size] = fill
            copies.append(copy)
    logits = model(np.array(copies))[:, label]
    return (model(image[None])[0, label] - logits).reshape(len(rows), len(columns))
# %% wrong: two mistakes: the sign is turned, covered minus whole, and the argument fill is ignored, the patch is always 0
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    before = model(image[np.newaxis])[0][label]
    H, W = image.shape[-2:]
    out = []
    for y in range(0, H - size + 1, stride):
        line = []
        for x in range(0, W - size + 1, stride):
            mask = np.ones_like(image)
            mask[:, y:y + size, x:x + size] = 0
            line.append(model((image * mask)[np.newaxis])[0][label] - before)
        out.append(line)
    return np.array(out)
# %% wrong: the logit of the network's own answer (argmax of the whole image) is followed instead of that of label
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    logits = model(image[None])[0]
    winner = logits.argmax()
    down, across = [(n - size) // stride + 1 for n in image.shape[1:]]
    heat = np.empty((down, across))
    for i, j in np.ndindex(down, across):
        patch = image.copy()
        top, left = i * stride, j * stride
        patch[:, top:top + size, left:left + size] = fill
        heat[i, j] = logits[winner] - model(patch[None])[0, winner]
    return heat
# %% right: boolean masks from coordinates, row by row of positions as one batch
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    model.eval()
    _, h, w = image.shape
    tops, lefts = np.arange(0, h - size + 1, stride), np.arange(0, w - size + 1, stride)
    inside = lambda starts, length: ((np.arange(length) >= starts[:, None])
                                     & (np.arange(length) < starts[:, None] + size))
    rows, columns = inside(tops, h), inside(lefts, w)
    full = np.asarray(model(image[None]))[0, label]
    lines = []
    for row in rows:
        masks = row[None, :, None] & columns[:, None, :]
        batch = np.where(masks[:, None], np.asarray(fill, image.dtype), image[None])
        lines.append(full - np.asarray(model(batch))[:, label])
    return np.stack(lines)
