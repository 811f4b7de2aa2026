# %% wrong: a class without an image gets nan (mean of no image) and not zeros
def class_templates(images, labels, classes):
    return np.array([images[labels == k].mean(axis=0) for k in range(classes)])
# %% wrong: only the classes that occur get a template (np.unique), so the shape is wrong when a class has no image
def class_templates(images, labels, classes):
    result = []
    for digit in np.unique(labels):
        result.append(np.mean(images[labels == digit], axis=0))
    return np.stack(result)
# %% wrong: sums[labels] += images without np.add.at: only the last image of each class counts, divided by the number of all; shows when a class has two images
def class_templates(images, labels, classes):
    sums = np.zeros((classes,) + images.shape[1:])
    sums[labels] += images
    howmany = np.bincount(labels, minlength=classes)
    return sums / np.maximum(howmany, 1)[:, None, None]
# %% wrong: each new image is averaged half and half with the template so far, so later images count more; right for up to two images a class
def class_templates(images, labels, classes):
    templates = np.zeros((classes, images.shape[1], images.shape[2]))
    started = [False] * classes
    for img, lab in zip(images, labels):
        if started[lab]:
            templates[lab] = (templates[lab] + img) / 2
        else:
            templates[lab] = img
            started[lab] = True
    return templates
# %% right: a matrix of memberships, divided by its row sums, times the images
def class_templates(images, labels, classes):
    member = (np.arange(classes)[:, None] == np.asarray(labels)[None, :]).astype(float)
    member /= np.where(member.any(axis=1), member.sum(axis=1), 1)[:, None]
    return np.tensordot(member, images, axes=(1, 0))
