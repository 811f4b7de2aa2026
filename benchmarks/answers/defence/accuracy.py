# %% wrong: argmax over axis 0 (the images) instead of over the classes (mostly ValueError, unless N equals the number of classes)
def accuracy(logits, labels):
    return np.mean(logits.argmax(axis=0) == labels)
# %% wrong: where several logits are equally large, any of them at the label counts as right, not only the first
def accuracy(logits, labels):
    best = logits.max(axis=1)
    return np.mean(logits[np.arange(len(labels)), labels] == best)
# %% wrong: the number of right answers is returned, not divided by the number of images
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits, labels):
        if np.argmax(row) == label:
            right += 1
    return right
# %% wrong: divided by the number of classes (logits.shape[1]) instead of the number of images
def accuracy(logits, labels):
    answers = np.argmax(logits, axis=1)
    return (answers == labels).sum() / logits.shape[1]
# %% right: pure Python, index of the largest in each list
def accuracy(logits, labels):
    rows = np.asarray(logits).tolist()
    hits = [row.index(max(row)) == label for row, label in zip(rows, np.asarray(labels).tolist())]
    return sum(hits) / len(hits)
