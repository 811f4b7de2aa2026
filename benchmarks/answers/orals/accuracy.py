# %% wrong: of equal logits not the first counts: an image is right whenever its label's logit equals the largest, also if an earlier class has the same
def accuracy(logits, labels):
    own = logits[np.arange(len(labels)), labels]
    return np.mean(own == logits.max(axis=1))
# %% wrong: argmax without axis: one place in the flattened array is compared with all labels
def accuracy(logits, labels):
    prediction = np.argmax(logits)
    return np.mean(prediction == labels)
# %% wrong: the number of right images is returned instead of their share
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits, labels):
        if np.argmax(row) == label:
            right += 1
    return right
# %% wrong: the share of wrong images (the error rate) instead of that of right ones
def accuracy(logits, labels):
    answers = logits.argmax(axis=1)
    return np.count_nonzero(answers != labels) / len(labels)
# %% right: Python lists and index of the largest
def accuracy(logits, labels):
    rows = np.asarray(logits).tolist()
    hits = [row.index(max(row)) == int(label) for row, label in zip(rows, labels)]
    return sum(hits) / len(hits)
