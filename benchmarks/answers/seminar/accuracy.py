# %% wrong: of equal logits the last counts, not the first; shows only with ties
def accuracy(logits, labels):
    classes = logits.shape[1]
    answer = classes - 1 - logits[:, ::-1].argmax(axis=1)
    return np.mean(answer == labels)
# %% wrong: an image counts as right whenever its label's logit equals the largest, also when it is not the first of equal ones; shows only with ties
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits, labels):
        if row[label] >= max(row):
            right += 1
    return right / len(labels)
# %% wrong: counts an image only if the softmax share of its label is above one half, not if it is the largest
def accuracy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    hit = p[np.arange(len(labels)), labels] > 0.5
    return hit.mean()
# %% wrong: the number of right images is divided by the number of classes instead of the number of images; right only where the two are equal, or none is right
def accuracy(logits, labels):
    best = np.argmax(logits, axis=1)
    return np.sum(best == labels) / len(logits[0])
# %% right: a loop that keeps the best so far, strictly larger only
def accuracy(logits, labels):
    hits = []
    for row, label in zip(logits, labels):
        best = 0
        for k in range(1, len(row)):
            if row[k] > row[best]:
                best = k
        hits.append(best == label)
    return hits.count(True) / len(hits)
