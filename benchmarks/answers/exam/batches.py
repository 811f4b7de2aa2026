# %% wrong: the last, smaller batch is dropped
def batches(images, labels, order, batch_size):
    result = []
    for start in range(0, len(order) - batch_size + 1, batch_size):
        batch = order[start:start + batch_size]
        result.append((images[batch], labels[batch]))
    return result
# %% wrong: the labels are sliced from the start, not taken in the same order as the images
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        yield images[order[start:start + batch_size]], labels[start:start + batch_size]
# %% wrong: array_split makes batches of about equal sizes, not batch_size each
def batches(images, labels, order, batch_size):
    count = -(-len(order) // batch_size)
    return [(images[part], labels[part]) for part in np.array_split(order, count)]
# %% wrong: the start moves by 1 instead of batch_size, so batches overlap
def batches(images, labels, order, batch_size):
    for number in range(-(-len(order) // batch_size)):
        batch = order[number:number + batch_size]
        yield images[batch], labels[batch]
# %% wrong: the last batch is filled up with the first images again
def batches(images, labels, order, batch_size):
    pairs = []
    for start in range(0, len(order), batch_size):
        batch = [order[i % len(order)] for i in range(start, start + batch_size)]
        pairs.append((images[batch], labels[batch]))
    return pairs
# %% wrong: returns inside the loop, so only the first batch comes, and it is no list of pairs
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        return images[batch], labels[batch]
# %% right: shuffled first, then sliced, a list
def batches(images, labels, order, batch_size):
    images, labels = images[order], labels[order]
    return [(images[i:i + batch_size], labels[i:i + batch_size])
            for i in range(0, len(order), batch_size)]
# %% right: a generator that eats up the order
def batches(images, labels, order, batch_size):
    rest = list(order)
    while rest:
        now, rest = rest[:batch_size], rest[batch_size:]
        yield images[now], labels[now]
