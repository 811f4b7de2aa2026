# %% wrong: |m|, not |m|²
def template_scores(images, templates):
    t = templates.reshape(len(templates), -1)
    return images.reshape(len(images), -1) @ t.T - np.linalg.norm(t, axis=1) / 2
# %% wrong: half forgotten
def template_scores(images, templates):
    return np.einsum("nhw,chw->nc", images, templates) - (templates ** 2).sum((1, 2))
# %% wrong: (classes, N)
def template_scores(images, templates):
    return np.einsum("nhw,chw->cn", images, templates) - (templates ** 2).sum((1, 2))[:, None] / 2
# %% wrong: halves the whole difference
def template_scores(images, templates):
    return (np.einsum("nhw,chw->nc", images, templates) - (templates ** 2).sum((1, 2))) / 2
# %% wrong: no bias
def template_scores(images, templates):
    return np.tensordot(images, templates, axes=((1, 2), (1, 2)))
# %% wrong: matrix product of rows, then sums: m.T in place of m (crash unless square)
def template_scores(images, templates):
    return np.einsum("nhw,cwh->nc", images, templates) - (templates ** 2).sum((1, 2)) / 2
# %% right: matrices
def template_scores(images, templates):
    t = templates.reshape(len(templates), -1)
    return images.reshape(len(images), -1) @ t.T - (t ** 2).sum(1) / 2
# %% right: from distances
def template_scores(images, templates):
    d = ((images[:, None] - templates) ** 2).sum((2, 3))
    return ((images ** 2).sum((1, 2))[:, None] - d) / 2
