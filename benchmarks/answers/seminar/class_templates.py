# %% wrong: a class without an image gets nan (0 / 0) instead of zeros; shows only where a class is missing
def class_templates(images, labels, classes):
    with np.errstate(all="ignore"):
        sums = np.array([images[labels == c].sum(axis=0) for c in range(classes)])
        n = np.array([np.sum(labels == c) for c in range(classes)])
        return sums / n[:, None, None]
# %% wrong: templates only for the classes that occur (np.unique), so missing classes have no row; shows only where a class is missing
def class_templates(images, labels, classes):
    templates = []
    for c in np.unique(labels):
        templates.append(images[labels == c].mean(axis=0))
    return np.stack(templates)
# %% wrong: the sum of each class is divided by N / classes, as if all classes were equally frequent
def class_templates(images, labels, classes):
    onehot = (labels[:, None] == np.arange(classes)).astype(float)
    return np.einsum("nc,nhw->chw", onehot, images) / (len(images) / classes)
# %% wrong: the loop ends one class early, so the last class always stays zeros; right only where the last class has no image
def class_templates(images, labels, classes):
    n, h, w = images.shape
    result = np.zeros((classes, h, w))
    for k in range(classes - 1):
        mask = labels == k
        if mask.any():
            result[k] = images[mask].mean(axis=0)
    return result
# %% right: one pass, each template moves towards the image by one part in the number seen
def class_templates(images, labels, classes):
    shown = [0] * classes
    mean = np.zeros((classes,) + images.shape[1:])
    for image, label in zip(images, labels):
        shown[label] += 1
        mean[label] += (image - mean[label]) / shown[label]
    return mean
