# %% wrong: only the images are taken in the order; the labels are cut as they lie, so images and labels do not belong together
def batches(images, labels, order, batch_size):
    pairs = []
    for start in range(0, len(order), batch_size):
        stop = start + batch_size
        pairs.append((images[order[start:stop]], labels[start:stop]))
    return pairs
# %% wrong: the smaller last batch is left out
def batches(images, labels, order, batch_size):
    for number in range(len(order) // batch_size):
        batch = order[number * batch_size:(number + 1) * batch_size]
        yield images[batch], labels[batch]
# %% wrong: array_split makes batches of about the same size instead of full ones and a smaller last one
def batches(images, labels, order, batch_size):
    count = math.ceil(len(order) / batch_size)
    return [(images[part], labels[part]) for part in np.array_split(order, count)]
# %% wrong: where batch_size divides the number of images, an empty batch comes at the end
def batches(images, labels, order, batch_size):
    result = []
    for k in range(len(order) // batch_size + 1):
        chosen = order[k * batch_size:(k + 1) * batch_size]
        result.append((images[chosen], labels[chosen]))
    return result
# %% right: shuffled first, cut afterwards
def batches(images, labels, order, batch_size):
    cuts = range(batch_size, len(order), batch_size)
    return list(zip(np.split(images[order], cuts), np.split(labels[order], cuts)))
