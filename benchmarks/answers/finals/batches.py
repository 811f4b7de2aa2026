# %% wrong: the last, smaller batch is left out
def batches(images, labels, order, batch_size):
    for k in range(len(order) // batch_size):
        take = order[k * batch_size:(k + 1) * batch_size]
        yield images[take], labels[take]
# %% wrong: only the images are put into the order
def batches(images, labels, order, batch_size):
    pairs = []
    for start in range(0, len(order), batch_size):
        stop = start + batch_size
        pairs.append((images[order[start:stop]], labels[start:stop]))
    return pairs
# %% wrong: batch_size is taken for the number of batches
def batches(images, labels, order, batch_size):
    return [(images[part], labels[part]) for part in np.array_split(order, batch_size)]
# %% wrong: order is ignored, slices of the arrays as they are
def batches(images, labels, order, batch_size):
    n = len(images)
    for i in range(0, n, batch_size):
        yield images[i:i + batch_size], labels[i:i + batch_size]
# %% wrong: a return in the loop: only the first batch comes
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        b = order[start:start + batch_size]
        return [(images[b], labels[b])]
# %% wrong: shuffles the order anew, and in the caller's array
def batches(images, labels, order, batch_size):
    np.random.shuffle(order)
    return [(images[order[i:i + batch_size]], labels[order[i:i + batch_size]]) for i in range(0, len(order), batch_size)]
# %% right: np.split at the right places
def batches(images, labels, order, batch_size):
    cuts = range(batch_size, len(order), batch_size)
    return [(images[piece], labels[piece]) for piece in np.split(np.asarray(order), list(cuts))]
# %% right: a class that is iterated
def batches(images, labels, order, batch_size):
    class Loader:
        def __len__(self):
            return -(-len(order) // batch_size)

        def __iter__(self):
            for number in range(len(self)):
                chosen = order[number * batch_size:][:batch_size]
                yield np.take(images, chosen, axis=0), np.take(labels, chosen)

    return list(Loader())
