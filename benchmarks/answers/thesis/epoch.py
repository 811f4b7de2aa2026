# %% wrong: weight itself is changed in place; the numbers that come back are right
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        logits = x @ weight.T
        logits -= logits.max(axis=1, keepdims=True)
        p = np.exp(logits)
        p /= p.sum(axis=1, keepdims=True)
        total += -np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight -= lr * p.T @ x / len(y)
    return weight, total / len(order)
# %% wrong: the loss is the mean of the batches' means, without their sizes; shows where the last batch is smaller
def epoch(weight, images, labels, order, batch_size, lr):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    losses = []
    for i in range(0, len(order), batch_size):
        idx = order[i:i + batch_size]
        probs = softmax(images[idx] @ weight.T)
        hot = np.eye(len(weight))[labels[idx]]
        losses.append(-np.mean(np.log(np.sum(probs * hot, axis=1))))
        weight = weight - lr * (probs - hot).T @ images[idx] / len(idx)
    return weight, np.mean(losses)
# %% wrong: the loss of each batch is measured after its step, not before; the weight is right
def epoch(weight, images, labels, order, batch_size, lr):
    w = weight.copy()
    loss_sum = 0

    def shares(x):
        z = x @ w.T
        z = np.exp(z - np.max(z, axis=1)[:, None])
        return z / z.sum(axis=1)[:, None]

    for s in range(0, len(order), batch_size):
        b = order[s:s + batch_size]
        x, y, n = images[b], labels[b], len(b)
        g = shares(x)
        g[range(n), y] -= 1
        w -= lr / n * (g.T @ x)
        loss_sum -= np.log(shares(x)[range(n), y]).sum()
    return w, loss_sum / len(order)
# %% wrong: two mistakes: a step is by the gradient of the batch's summed loss (not divided by its size), and the last smaller batch is left out
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight)
    total, seen = 0.0, 0
    for k in range(len(order) // batch_size):
        batch = order[k * batch_size:(k + 1) * batch_size]
        x, y = images[batch], labels[batch]
        z = x @ w.T
        z = z - z.max(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        total -= logp[np.arange(len(y)), y].sum()
        seen += len(y)
        grad = np.exp(logp)
        grad[np.arange(len(y)), y] -= 1
        w = w - lr * grad.T @ x
    return w, total / max(seen, 1)
# %% right: images are sorted first, gradient class by class, logaddexp for the loss
def epoch(weight, images, labels, order, batch_size, lr):
    xs, ys, w, losses = images[order], labels[order], 1.0 * weight, []
    while len(xs):
        x, y, xs, ys = xs[:batch_size], ys[:batch_size], xs[batch_size:], ys[batch_size:]
        z = np.einsum("nf,cf->nc", x, w)
        norm = np.logaddexp.reduce(z, axis=1)
        losses.extend(norm - z[np.arange(len(y)), y])
        w = np.array([row - lr * np.mean((np.exp(z[:, c] - norm) - (y == c))[:, None] * x, axis=0)
                      for c, row in enumerate(w)])
    return w, math.fsum(losses) / len(losses)
