# %% wrong: the labels are not taken in the order of the images
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers import mine
    cross_entropy, cross_entropy_backward = mine.cross_entropy, mine.cross_entropy_backward
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[start:start + batch_size]
        logits = x @ weight.T
        total += cross_entropy(logits, y) * len(batch)
        weight = weight - lr * cross_entropy_backward(logits, y).T @ x
    return weight, total / len(order)
# %% wrong: the mean of the batches' mean losses, a smaller last batch weighing as much as the others
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers import mine
    cross_entropy, cross_entropy_backward = mine.cross_entropy, mine.cross_entropy_backward
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        logits = images[batch] @ weight.T
        losses.append(cross_entropy(logits, labels[batch]))
        grad = cross_entropy_backward(logits, labels[batch])
        weight = weight - lr * grad.T @ images[batch]
    return weight, np.mean(losses)
# %% wrong: the caller's weight is changed by -=
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers import mine
    cross_entropy, cross_entropy_backward = mine.cross_entropy, mine.cross_entropy_backward
    loss = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        logits = x @ weight.T
        loss += cross_entropy(logits, y) * len(batch)
        weight -= lr * (cross_entropy_backward(logits, y).T @ x)
    return weight, loss / len(images)
# %% wrong: the loss of a batch is measured after its step instead of before
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers import mine
    cross_entropy, cross_entropy_backward = mine.cross_entropy, mine.cross_entropy_backward
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        weight = weight - lr * cross_entropy_backward(x @ weight.T, y).T @ x
        total += cross_entropy(x @ weight.T, y) * len(batch)
    return weight, total / len(images)
# %% wrong: all gradients are those of the first weight, the logits never see the steps
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers import mine
    cross_entropy, cross_entropy_backward = mine.cross_entropy, mine.cross_entropy_backward
    new, total = weight.copy(), 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        logits = images[batch] @ weight.T
        total += cross_entropy(logits, labels[batch]) * len(batch)
        new -= lr * cross_entropy_backward(logits, labels[batch]).T @ images[batch]
    return new, total / len(images)
# %% wrong: the step is by the gradient of the batch's summed loss, len(batch) times too large
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers import mine
    cross_entropy, cross_entropy_backward = mine.cross_entropy, mine.cross_entropy_backward
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        logits = x @ weight.T
        total += cross_entropy(logits, y) * len(batch)
        weight = weight - lr * len(batch) * (cross_entropy_backward(logits, y).T @ x)
    return weight, total / len(images)
# %% wrong: gradient without the transpose, images.T times the gradient of the logits (ValueError)
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers import mine
    cross_entropy, cross_entropy_backward = mine.cross_entropy, mine.cross_entropy_backward
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        logits = images[batch] @ weight.T
        total += cross_entropy(logits, labels[batch]) * len(batch)
        weight = weight - lr * images[batch].T @ cross_entropy_backward(logits, labels[batch])
    return weight, total / len(images)
# %% right: softmax written out, shuffled first
def epoch(weight, images, labels, order, batch_size, lr):
    images, labels, weight = images[order], labels[order], np.array(weight, dtype=float)
    losses = []
    for start in range(0, len(images), batch_size):
        x, y = images[start:start + batch_size], labels[start:start + batch_size]
        logits = x @ weight.T
        logits = logits - logits.max(axis=1, keepdims=True)
        p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        rows = np.arange(len(y))
        losses += list(-(logits[rows, y] - np.log(np.exp(logits).sum(axis=1))))
        p[rows, y] -= 1
        weight = weight - lr / len(y) * p.T @ x
    return weight, sum(losses) / len(losses)
