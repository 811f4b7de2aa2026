# %% wrong: the number of right images instead of their share
def accuracy(logits, labels):
    return np.sum(logits.argmax(axis=1) == labels)
# %% wrong: divided by the number of classes instead of the number of images
def accuracy(logits, labels):
    right = (logits.argmax(axis=1) == labels).sum()
    return right / logits.shape[1]
# %% wrong: of equal logits any counts: the label's logit is compared with the largest one
def accuracy(logits, labels):
    return np.mean(logits[np.arange(len(labels)), labels] == logits.max(axis=1))
# %% wrong: argmax along the images, axis 0 (ValueError unless there are as many images as classes)
def accuracy(logits, labels):
    return np.mean(np.argmax(logits, axis=0) == labels)
# %% wrong: an image is right only if softmax gives its label more than one half
def accuracy(logits, labels):
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares = shares / shares.sum(axis=1, keepdims=True)
    return float(np.mean(shares[np.arange(len(labels)), labels] > 0.5))
# %% wrong: two lists are compared as a whole, so it is 1 if all are right and 0 otherwise
def accuracy(logits, labels):
    predictions = [int(np.argmax(row)) for row in logits]
    return np.mean(predictions == list(labels))
# %% right: a loop with max of a list
def accuracy(logits, labels):
    right = 0
    for row, label in zip(logits.tolist(), labels):
        right += row.index(max(row)) == label
    return right / len(labels)
