# %% wrong: the bias is added (+ |m|² / 2) instead of subtracted
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T + (m**2).sum(axis=1) / 2
# %% wrong: the half is missing: m · x − |m|²
def template_scores(images, templates):
    dots = np.einsum("nij,cij->nc", images, templates)
    return dots - np.einsum("cij,cij->c", templates, templates)
# %% wrong: the bias is half of the length |m|, not of its square
def template_scores(images, templates):
    x, m = images.reshape(len(images), -1), templates.reshape(len(templates), -1)
    return x @ m.T - np.linalg.norm(m, axis=1) / 2
# %% wrong: two mistakes: |x|² / 2 of the images is subtracted instead of |m|² / 2 of the templates, and the result is (classes, N) instead of (N, classes)
def template_scores(images, templates):
    x = images.reshape(images.shape[0], -1)
    m = templates.reshape(templates.shape[0], -1)
    return m @ x.T - (x**2).sum(axis=1) / 2
# %% right: from the squared distances, half of |x|² minus |x - m|²
def template_scores(images, templates):
    apart = images[:, None] - templates[None]
    return ((images**2).sum(axis=(1, 2))[:, None] - (apart**2).sum(axis=(2, 3))) / 2
