# %% wrong: the bias is the whole |m|² and not half of it
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - (m**2).sum(axis=1)
# %% wrong: the score is -|x - m|² / 2, with the part of |x|² left in: the order of the classes is right, the numbers are not
def template_scores(images, templates):
    d = images[:, None] - templates[None]
    return -0.5 * (d**2).sum(axis=(2, 3))
# %% wrong: the bias is half of the square of the template's sum and not of the sum of its squares
def template_scores(images, templates):
    scores = np.einsum("nij,cij->nc", images, templates)
    ink = templates.sum(axis=(1, 2))
    return scores - ink**2 / 2
# %% wrong: the answer is transposed, (classes, N)
def template_scores(images, templates):
    out = np.zeros((len(templates), len(images)))
    for c, m in enumerate(templates):
        for n, x in enumerate(images):
            out[c, n] = np.sum(m * x) - np.sum(m * m) / 2
    return out
# %% right: m · (x - m/2), written as one product
def template_scores(images, templates):
    moved = images[:, np.newaxis, :, :] - templates / 2
    return np.sum(moved * templates, axis=(-2, -1))
