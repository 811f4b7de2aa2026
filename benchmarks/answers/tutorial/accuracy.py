# %% wrong: argmax goes along axis 0, over the images, so the answers are one for each class: comparing them with labels raises ValueError unless N equals the number of classes, and is wrong then
def accuracy(logits, labels):
    return (logits.argmax(axis=0) == labels).mean()
# %% wrong: an image is right if the logit of its label is among the largest, so where logits are equal a later label counts as right, too; right without ties
def accuracy(logits, labels):
    at_label = logits[np.arange(len(labels)), labels]
    return float(np.mean(at_label >= logits.max(axis=1)))
# %% wrong: of equal logits the last counts instead of the first; right without ties
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits, labels):
        best = 0
        for k, value in enumerate(row):
            if value >= row[best]:
                best = k
        right += best == label
    return right / len(labels)
# %% wrong: two mistakes: the answer is in percent instead of a share, and rounded to a whole number
def accuracy(logits, labels):
    predictions = np.argmax(logits, axis=1)
    return round(100 * np.sum(predictions == labels) / len(labels))
# %% right: list comprehension with index
def accuracy(logits, labels):
    hits = [list(row).index(max(row)) == label for row, label in zip(logits, labels)]
    return sum(hits) / len(hits)
