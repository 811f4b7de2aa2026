# %% wrong: argmax over axis 0, the images: crash when the numbers of images and classes differ, wrong when they are equal
def accuracy(logits, labels):
    predicted = np.argmax(logits, axis=0)
    return np.mean(predicted == np.asarray(labels))
# %% wrong: an image counts as right whenever its label's logit equals the largest, even if an earlier class has the same; shows with equal logits only
def accuracy(logits, labels):
    best = logits.max(axis=1)
    mine = logits[np.arange(len(labels)), labels]
    return (mine >= best).mean()
# %% wrong: the search for the largest starts at 0, so a row without a positive logit is always answered by class 0
def accuracy(logits, labels):
    hits = 0
    for row, label in zip(logits, labels):
        biggest, answer = 0, 0
        for k, value in enumerate(row):
            if value > biggest:
                biggest, answer = value, k
        if answer == label:
            hits += 1
    return hits / len(labels)
# %% wrong: the number of right images is divided by the number of classes and not of images; right when the two are equal
def accuracy(logits, labels):
    right = np.sum(logits.argmax(axis=1) == labels)
    return right / logits.shape[1]
# %% right: beats all classes before it, and is not beaten by any
def accuracy(logits, labels):
    n = len(labels)
    ok = 0
    for i in range(n):
        row, k = list(logits[i]), int(labels[i])
        ok += all(v < row[k] for v in row[:k]) and all(v <= row[k] for v in row[k + 1:])
    return ok / n
