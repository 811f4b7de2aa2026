# %% wrong: argmax over the images (axis 0) instead of over the classes
def accuracy(logits, labels):
    return np.mean(np.argmax(logits, axis=0) == labels)
# %% wrong: the number of right answers instead of their share
def accuracy(logits, labels):
    return int((logits.argmax(axis=1) == labels).sum())
# %% wrong: argmax of the whole table: one number is compared with all labels
def accuracy(logits, labels):
    return (np.argmax(logits) == labels).mean()
# %% wrong: the share in percent (98.5 instead of 0.985)
def accuracy(logits, labels):
    hits = [row.argmax() == label for row, label in zip(logits, labels)]
    return 100 * sum(hits) / len(hits)
# %% wrong: divides by the number of classes, logits.shape[1], instead of by the number of images
def accuracy(logits, labels):
    right = np.argmax(logits, axis=1) == labels
    return np.sum(right) / logits.shape[1]
# %% wrong: compares the largest logit itself with the label (max instead of argmax)
def accuracy(logits, labels):
    return float(np.mean(logits.max(axis=1) == labels))
# %% wrong: counts the errors: share of images that are not right
def accuracy(logits, labels):
    predictions = logits.argmax(axis=-1)
    return np.count_nonzero(predictions != labels) / len(labels)
# %% right: the label's logit is picked and compared with the row's maximum of the others by ranks
def accuracy(logits, labels):
    order = np.argsort(-np.asarray(logits, dtype=float), axis=1, kind="stable")
    hits = 0
    for best, label in zip(order[:, 0], labels):
        hits += int(best) == int(label)
    return hits / len(labels)
