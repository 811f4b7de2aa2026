# %% wrong: argmax over the images
def accuracy(logits, labels):
    return float(np.mean([np.argmax(logits, axis=0)[y] == i for i, y in enumerate(labels)]))
# %% wrong: per cent
def accuracy(logits, labels):
    return 100.0 * float((logits.argmax(1) == labels).mean())
# %% wrong: a count
def accuracy(logits, labels):
    return int((logits.argmax(axis=1) == labels).sum())
# %% wrong: rounds the logits by a threshold of 0.5
def accuracy(logits, labels):
    return float((logits[np.arange(len(labels)), labels] > 0.5).mean())
# %% wrong: divided by the classes
def accuracy(logits, labels):
    return (logits.argmax(axis=1) == labels).sum() / logits.shape[1]
# %% right: mean
def accuracy(logits, labels):
    return float((logits.argmax(axis=1) == labels).mean())
# %% right: loop
def accuracy(logits, labels):
    return sum(int(max(range(len(z)), key=lambda c: z[c]) == y) for z, y in zip(logits, labels)) / len(labels)
