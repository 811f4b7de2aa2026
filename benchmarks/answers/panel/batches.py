# %% wrong: the smaller last batch is dropped; shows when batch_size does not divide the number of images
def batches(images, labels, order, batch_size):
    for k in range(len(order) // batch_size):
        chosen = order[k * batch_size:(k + 1) * batch_size]
        yield images[chosen], labels[chosen]
# %% wrong: the labels are taken by position and not by order: they no longer belong to the images
def batches(images, labels, order, batch_size):
    pairs = []
    for start in range(0, len(order), batch_size):
        stop = start + batch_size
        pairs.append((images[order[start:stop]], labels[start:stop]))
    return pairs
# %% wrong: the last batch is filled up with images from the beginning of the order; shows when batch_size does not divide the number of images
def batches(images, labels, order, batch_size):
    n = math.ceil(len(order) / batch_size)
    full = np.resize(order, n * batch_size)   # so that it can be reshaped
    return [(images[b], labels[b]) for b in full.reshape(n, batch_size)]
# %% wrong: each batch is picked by a mask, so inside a batch images and labels come in the order of their numbers and not in the given order; shows when batch_size > 1
def batches(images, labels, order, batch_size):
    numbers = np.arange(len(images))
    i = 0
    while i < len(order):
        mask = np.isin(numbers, order[i:i + batch_size])
        yield images[mask], labels[mask]
        i += batch_size
# %% right: array_split at the multiples of batch_size, take
def batches(images, labels, order, batch_size):
    order = np.asarray(order)
    cuts = np.arange(batch_size, len(order), batch_size)
    return [(np.take(images, part, axis=0), np.take(labels, part)) for part in np.split(order, cuts)]
