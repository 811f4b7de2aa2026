# %% wrong: of equal logits all count: an image is right if its label's logit is among the largest
def accuracy(logits, labels):
    own = logits[np.arange(len(labels)), labels]
    return np.mean(own == logits.max(axis=1))
# %% wrong: of equal logits the last counts instead of the first
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits, labels):
        best = 0
        for c in range(len(row)):
            if row[c] >= row[best]:
                best = c
        right += best == label
    return right / len(labels)
# %% wrong: argmax over axis 0, the best image of each class, instead of the best class of each image: a ValueError in the comparison unless N equals the number of classes
def accuracy(logits, labels):
    answers = np.argmax(logits, axis=0)
    return float(np.mean(answers == labels))
# %% wrong: the number of right answers is returned, not their share
def accuracy(logits, labels):
    return int(np.sum(logits.argmax(axis=1) == labels))
# %% right: a stable sort
def accuracy(logits, labels):
    order = np.argsort(-np.asarray(logits, dtype=float), axis=1, kind="stable")
    return np.count_nonzero(order[:, 0] == labels) / len(labels)
