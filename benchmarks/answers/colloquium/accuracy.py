# %% wrong: the number of right answers is divided by the number of classes instead of the number of images
def accuracy(logits, labels):
    answers = logits.argmax(axis=1)
    return np.sum(answers == labels) / logits.shape[1]
# %% wrong: of equal logits the last counts, since argsort's last place is taken
def accuracy(logits, labels):
    order = np.argsort(logits, axis=1, kind="stable")
    return np.mean(order[:, -1] == labels)
# %% wrong: the result is in percent, from 0 to 100, instead of a share
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits, labels):
        if np.argmax(row) == label:
            right += 1
    return 100 * right / len(labels)
# %% wrong: an image counts as right whenever its label's logit equals the largest, also if an earlier class has the same logit
def accuracy(logits, labels):
    of_label = logits[np.arange(len(labels)), labels]
    return (of_label >= logits.max(axis=1)).mean()
# %% right: the label must beat all classes before it strictly, and those behind at least equal
def accuracy(logits, labels):
    n = len(labels)
    own = np.take_along_axis(logits, np.reshape(labels, (-1, 1)), axis=1)
    before = np.arange(logits.shape[1]) < np.reshape(labels, (-1, 1))
    wins = np.where(before, own > logits, own >= logits).all(axis=1)
    return np.count_nonzero(wins) / n
