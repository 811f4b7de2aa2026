# %% wrong: the weight that was handed in is changed, by -=
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(order), batch_size):
        take = order[start:start + batch_size]
        x, y = images[take], labels[take]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        total -= np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight -= lr * p.T @ x / len(y)
    return weight, total / len(order)
# %% wrong: the mean of the batches' means, a smaller last batch counts too much
def epoch(weight, images, labels, order, batch_size, lr):
    w = weight.copy()
    losses = []
    for start in range(0, len(order), batch_size):
        b = order[start:start + batch_size]
        logits = images[b] @ w.T
        top = logits.max(axis=1, keepdims=True)
        lse = top + np.log(np.exp(logits - top).sum(axis=1, keepdims=True))
        logp = logits - lse
        losses.append(-logp[np.arange(len(b)), labels[b]].mean())
        g = np.exp(logp)
        g[np.arange(len(b)), labels[b]] -= 1
        w = w - lr * (g / len(b)).T @ images[b]
    return w, np.mean(losses)
# %% wrong: the last, smaller batch is dropped
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight, float)
    count, loss = 0, 0.0
    for k in range(len(order) // batch_size):
        idx = order[k * batch_size:(k + 1) * batch_size]
        z = images[idx] @ w.T
        e = np.exp(z - z.max(1)[:, None])
        p = e / e.sum(1)[:, None]
        onehot = np.eye(len(w))[labels[idx]]
        loss += -np.sum(onehot * np.log(p))
        count += len(idx)
        w -= lr * (p - onehot).T @ images[idx] / len(idx)
    return w, loss / max(count, 1)
# %% wrong: labels are taken in their own order, images in that of `order`
def epoch(weight, images, labels, order, batch_size, lr):
    new, losses = weight.astype(float), []
    for s in range(0, len(order), batch_size):
        x = images[order[s:s + batch_size]]
        y = labels[s:s + batch_size]
        z = x @ new.T
        z -= z.max(axis=1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(axis=1, keepdims=True)
        losses.extend(-np.log(p[range(len(y)), y]))
        p[range(len(y)), y] -= 1
        new = new - lr / len(y) * p.T.dot(x)
    return new, float(np.mean(losses))
# %% wrong: the loss is measured behind the step, with the new weight
def epoch(weight, images, labels, order, batch_size, lr):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    w, total = weight.copy(), 0.0
    for s in range(0, len(order), batch_size):
        i = order[s:s + batch_size]
        x, y = images[i], labels[i]
        p = softmax(x @ w.T)
        p[np.arange(len(i)), y] -= 1
        w = w - lr * p.T @ x / len(i)
        total += -np.log(softmax(x @ w.T)[np.arange(len(i)), y]).sum()
    return w, total / len(order)
# %% wrong: the step is by the sum of the batch's losses, not by their mean
def epoch(weight, images, labels, order, batch_size, lr):
    w, total = weight + 0.0, 0.0
    for batch in np.split(order, range(batch_size, len(order), batch_size)):
        x, y = images[batch], labels[batch]
        z = x @ w.T
        z = z - np.log(np.exp(z - z.max(1, keepdims=True)).sum(1, keepdims=True)) - z.max(1, keepdims=True)
        total -= z[np.arange(len(y)), y].sum()
        w = w - lr * (np.exp(z) - np.eye(len(w))[y]).T @ x
    return w, total / len(order)
# %% right: np.array_split by positions, log-softmax
def epoch(weight, images, labels, order, batch_size, lr):
    current, losses = np.array(weight, dtype=float), np.zeros(len(order))
    for batch, where in ((order[s:s + batch_size], slice(s, s + batch_size)) for s in range(0, len(order), batch_size)):
        x, y = images[batch], labels[batch]
        logits = np.einsum("nf,cf->nc", x, current)
        logp = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
        losses[where] = -np.take_along_axis(logp, y[:, None], 1)[:, 0]
        slope = np.exp(logp) - (y[:, None] == np.arange(len(current)))
        current = current - lr * np.einsum("nc,nf->cf", slope, x) / len(x)
    return current, float(losses.mean())
