# %% wrong: sign turned: logit of the covered image minus that of the whole one
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    base = run(image[None])[0, label]
    C, H, W = image.shape
    out = np.zeros(((H - size) // stride + 1, (W - size) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            covered = image.copy()
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            out[i, j] = run(covered[None])[0, label] - base
    return out
# %% wrong: no copy: covers the image itself, so patches pile up and the argument is changed
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    base = run(image[None])[0, label]
    _, H, W = image.shape
    out = np.zeros(((H - size) // stride + 1, (W - size) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            covered = image
            covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            out[i, j] = base - run(covered[None])[0, label]
    return out
# %% wrong: the patch starts at (i, j) instead of (i * stride, j * stride) (right for stride 1)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    base = run(image[None])[0, label]
    rows = (image.shape[1] - size) // stride + 1
    cols = (image.shape[2] - size) // stride + 1
    result = np.empty((rows, cols))
    for i in range(rows):
        for j in range(cols):
            copy = np.array(image)
            copy[:, i:i + size, j:j + size] = fill
            result[i, j] = base - run(copy[None])[0, label]
    return result
# %% wrong: covers only the first channel (right for grey images)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    base = run(image[None])[0, label]
    rows = (image.shape[1] - size) // stride + 1
    cols = (image.shape[2] - size) // stride + 1
    result = np.empty((rows, cols))
    for i in range(rows):
        for j in range(cols):
            copy = np.array(image)
            copy[0, i * stride:i * stride + size, j * stride:j * stride + size] = fill
            result[i, j] = base - run(copy[None])[0, label]
    return result
# %% wrong: always covers with 0 and ignores fill (right for the default)
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    _, H, W = image.shape
    base = run(image[None])[0, label]
    return np.array([[base - run((image * (~((np.arange(H)[:, None] >= a) & (np.arange(H)[:, None] < a + size)
                                             & (np.arange(W) >= b) & (np.arange(W) < b + size))))[None])[0, label]
                      for b in range(0, W - size + 1, stride)] for a in range(0, H - size + 1, stride)])
# %% wrong: the last position is missing: (H - size) // stride rows without + 1
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    base = run(image[None])[0, label]
    result = []
    for top in range(0, image.shape[1] - size, stride):
        row = []
        for left in range(0, image.shape[2] - size, stride):
            covered = image.copy()
            covered[:, top:top + size, left:left + size] = fill
            row.append(base - run(covered[None])[0, label])
        result.append(row)
    return np.array(result)
# %% wrong: measures the fall of the softmax probability instead of the logit
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    def probability(picture):
        logits = run(picture[None])[0]
        e = np.exp(logits - logits.max())
        return e[label] / e.sum()
    base = probability(image)
    rows = (image.shape[1] - size) // stride + 1
    cols = (image.shape[2] - size) // stride + 1
    out = np.zeros((rows, cols))
    for i, j in np.ndindex(rows, cols):
        covered = image.copy()
        covered[:, i * stride:i * stride + size, j * stride:j * stride + size] = fill
        out[i, j] = base - probability(covered)
    return out
# %% right: all covered images as one batch
def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
    run = model if callable(model) else model.forward
    tops = range(0, image.shape[1] - size + 1, stride)
    lefts = range(0, image.shape[2] - size + 1, stride)
    stack = np.repeat(image[None], len(tops) * len(lefts) + 1, axis=0)
    k = 0
    for top in tops:
        for left in lefts:
            stack[k, :, top:top + size, left:left + size] = fill
            k += 1
    logits = run(stack)[:, label]
    return (logits[-1] - logits[:-1]).reshape(len(tops), len(lefts))
