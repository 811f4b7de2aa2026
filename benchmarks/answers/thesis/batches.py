# %% wrong: the last, smaller batch is dropped; shows where batch_size does not divide the number of images
def batches(images, labels, order, batch_size):
    pairs = []
    for k in range(len(order) // batch_size):
        idx = order[k * batch_size:(k + 1) * batch_size]
        pairs.append((images[idx], labels[idx]))
    return pairs
# %% wrong: the labels are not put into the order, only the images; shows where order is not 0, 1, 2 ...
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        stop = start + batch_size
        yield images[order[start:stop]], labels[start:stop]
# %% wrong: the return stands inside the loop, so only the first batch comes back; shows with more than one batch
def batches(images, labels, order, batch_size):
    result = []
    start = 0
    while start < len(order):
        piece = order[start:start + batch_size]
        result.append((images[piece], labels[piece]))
        start += batch_size
        return result
# %% wrong: two mistakes: order is not used at all, and the batches are made about equally large instead of batch_size and a smaller rest
def batches(images, labels, order, batch_size):
    how_many = math.ceil(len(order) / batch_size)
    return list(zip(np.array_split(images, how_many), np.array_split(labels, how_many)))
# %% right: np.split at the multiples of batch_size, of images and labels in order
def batches(images, labels, order, batch_size):
    cuts = np.arange(batch_size, len(order), batch_size)
    shuffled = (np.take(each, order, axis=0) for each in (images, labels))
    return list(zip(*(np.split(each, cuts) for each in shuffled)))
