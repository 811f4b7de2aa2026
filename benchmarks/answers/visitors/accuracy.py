# %% wrong: the number of right answers is returned, not their share
def accuracy(logits, labels):
    pred = np.argmax(logits, axis=1)
    correct = (pred == labels).sum()
    return float(correct)

# %% wrong: the mean of the classes' own shares, so that a rare class counts as much as a frequent one
def accuracy(logits, labels):
    answers = np.asarray(logits).argmax(axis=-1)
    labels = np.asarray(labels)
    recalls = [np.mean(answers[labels == k] == k) for k in np.unique(labels)]
    return sum(recalls) / len(recalls)

# %% wrong: among equal largest logits any counts as right, not the first alone
def accuracy(logits, labels):
    own = logits[np.arange(len(labels)), labels]
    return np.mean(own >= logits.max(axis=1))

# %% right: plain loops
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits, labels):
        best = 0
        for k in range(1, len(row)):
            if row[k] > row[best]:
                best = k
        right += int(best == label)
    return right / len(labels)
