# %% wrong: argmax over the images (axis 0) instead of the classes; crash where there are not as many images as classes, else wrong
def accuracy(logits, labels):
    predictions = np.argmax(logits, axis=0)
    return np.mean(predictions == labels)
# %% wrong: the result is in percent (0 to 100) instead of a share; shows where any image is right
def accuracy(logits, labels):
    first = (logits == logits.max(axis=1, keepdims=True)).argmax(axis=1)
    return 100 * float((first == labels).mean())
# %% wrong: of equal largest logits the last counts, not the first; shows with ties
def accuracy(logits, labels):
    good = 0
    for row, label in zip(logits, labels):
        best, where = -math.inf, 0
        for k, value in enumerate(row):
            if value >= best:
                best, where = value, k
        good += where == label
    return good / len(labels)
# %% wrong: the loop starts at image 1, so image 0 never counts as right; shows where image 0 is right
def accuracy(logits, labels):
    count = 0
    for i in range(1, len(labels)):
        if logits[i].argmax() == labels[i]:
            count += 1
    return count / len(labels)
# %% right: the label wins if it beats all before it and is not beaten by any after it
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits.tolist(), labels):
        mine = row[label]
        right += all(other < mine for other in row[:label]) and all(other <= mine for other in row[label:])
    return right / len(labels)
