# %% wrong: the whole -|x - m|^2 / 2, so -|x|^2 / 2 stands in every score as well
def template_scores(images, templates):
    away = images[:, None] - templates[None]
    return -0.5 * (away ** 2).sum(axis=(2, 3))

# %% wrong: the bias takes the mean of the squares of a template, not their sum
def template_scores(images, templates):
    weight = templates.reshape(len(templates), -1)
    bias = -(weight ** 2).mean(axis=1) / 2
    return images.reshape(len(images), -1) @ weight.T + bias

# %% wrong: the templates are brought into columns by reshape, which mixes their pixels, not by a transposition
def template_scores(images, templates):
    n, classes = len(images), len(templates)
    x = images.reshape(n, -1)
    m = templates.reshape(-1, classes)
    return x @ m - np.sum(templates ** 2, axis=(1, 2)) / 2

# %% right: plain loops
def template_scores(images, templates):
    scores = []
    for image in images:
        row = []
        for template in templates:
            row.append(float(np.sum(template * (image - template / 2))))
        scores.append(row)
    return np.array(scores)
