# %% wrong: the bias is half of the norm, not of its square
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - np.linalg.norm(m, axis=1) / 2
# %% wrong: the half is forgotten
def template_scores(images, templates):
    scores = np.tensordot(images, templates, axes=([1, 2], [1, 2]))
    return scores - np.square(templates).sum(axis=(1, 2))
# %% wrong: minus the squared distance: the same order, but not these scores
def template_scores(images, templates):
    out = np.zeros((len(images), len(templates)))
    for i, x in enumerate(images):
        for k, m in enumerate(templates):
            out[i, k] = -np.sum((x - m) ** 2) / 2
    return out
# %% wrong: half the square of the image's ink is taken away, not the template's
def template_scores(images, templates):
    dots = np.einsum("nhw,khw->nk", images, templates)
    return dots - (np.einsum("nhw,nhw->n", images, images) / 2)[:, None]
# %% wrong: the bias is added
def template_scores(images, templates):
    half = 0.5 * np.array([np.vdot(m, m) for m in templates])
    return images.reshape(len(images), -1).dot(templates.reshape(len(templates), -1).T) + half
# %% right: from the squared distances, |x|² taken back
def template_scores(images, templates):
    x, m = images.reshape(len(images), 1, -1), templates.reshape(1, len(templates), -1)
    distance = np.sum((x - m) ** 2, axis=2)
    return (np.sum(x ** 2, axis=2) - distance) / 2
