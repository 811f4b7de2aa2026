# %% wrong: minus half of the squared distance is returned: the image's own |x| squared / 2 is subtracted as well (same winner, other scores)
def template_scores(images, templates):
    differences = images[:, None] - templates[None]
    return -(differences**2).sum(axis=(2, 3)) / 2
# %% wrong: |m| squared is summed over all templates together, so all classes have the same bias
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - np.sum(m**2) / 2
# %% wrong: the images are made columns by reshape(pixels, N) instead of a transpose, which mixes pixels of different images (right for one image only)
def template_scores(images, templates):
    pixels = images.shape[1] * images.shape[2]
    x = images.reshape(pixels, -1)
    m = templates.reshape(-1, pixels)
    scores = (m @ x).T
    return scores - (m * m).sum(axis=1) / 2
# %% wrong: the bias is -|m| / 2, the length itself instead of its square
def template_scores(images, templates):
    scores = np.zeros((len(images), len(templates)))
    for n, x in enumerate(images):
        for c, m in enumerate(templates):
            scores[n, c] = np.sum(m * x) - np.linalg.norm(m) / 2
    return scores
# %% right: half of what the squared distance falls short of |x| squared
def template_scores(images, templates):
    from_zero = (images**2).sum(axis=(1, 2))
    columns = []
    for template in templates:
        distance = ((images - template) ** 2).sum(axis=(1, 2))
        columns.append((from_zero - distance) / 2)
    return np.column_stack(columns)
