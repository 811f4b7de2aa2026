# %% wrong: a class without an image gets nan (the mean of nothing) instead of zeros
def class_templates(images, labels, classes):
    return np.array([images[labels == label].mean(axis=0) for label in range(classes)])
# %% wrong: the sum of each class is divided by the number of all images, instead of by the number of images of the class
def class_templates(images, labels, classes):
    templates = np.zeros((classes,) + images.shape[1:])
    for image, label in zip(images, labels):
        templates[label] += image
    return templates / len(images)
# %% wrong: it goes over the labels that occur (np.unique) and ignores classes: classes without an image are missing, so there are too few templates and later ones move up
def class_templates(images, labels, classes):
    means = []
    for c in np.unique(labels):
        means.append(np.mean(images[labels == c], axis=0))
    return np.stack(means)
# %% wrong: mean without axis=0: each template is one constant, the mean of all pixels of all images of the class
def class_templates(images, labels, classes):
    n, height, width = images.shape
    result = np.zeros((classes, height, width))
    for c in range(classes):
        mask = labels == c
        if mask.any():
            result[c] = images[mask].mean()
    return result
# %% right: one-hot labels times images, divided by at least 1
def class_templates(images, labels, classes):
    member = (np.arange(classes)[:, None] == np.asarray(labels)).astype(float)
    sums = np.tensordot(member, images, axes=1)
    return sums / np.maximum(member.sum(axis=1), 1).reshape(-1, 1, 1)
