# %% wrong: last smaller batch lost
def batches(images, labels, order, batch_size):
    return [(images[order[i:i + batch_size]], labels[order[i:i + batch_size]]) for i in range(0, len(order) - batch_size + 1, batch_size)]
# %% wrong: labels not reordered
def batches(images, labels, order, batch_size):
    return [(images[order[i:i + batch_size]], labels[i:i + batch_size]) for i in range(0, len(order), batch_size)]
# %% wrong: order ignored
def batches(images, labels, order, batch_size):
    for i in range(0, len(images), batch_size):
        yield images[i:i + batch_size], labels[i:i + batch_size]
# %% wrong: np.array_split: batches of nearly equal size
def batches(images, labels, order, batch_size):
    k = -(-len(order) // batch_size)
    return list(zip(np.array_split(images[order], k), np.array_split(labels[order], k)))
# %% wrong: last batch filled up by wrapping
def batches(images, labels, order, batch_size):
    k = -(-len(order) // batch_size)
    o = np.resize(order, k * batch_size).reshape(k, batch_size)
    return [(images[b], labels[b]) for b in o]
# %% right: generator
def batches(images, labels, order, batch_size):
    for i in range(0, len(order), batch_size):
        b = order[i:i + batch_size]
        yield images[b], labels[b]
# %% right: np.split
def batches(images, labels, order, batch_size):
    cuts = np.arange(batch_size, len(order), batch_size)
    return list(zip(np.split(images[order], cuts), np.split(labels[order], cuts)))
