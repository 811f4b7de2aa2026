# %% wrong: the batch picks the images but not the labels: labels[start : start + batch_size] are in the stored order (right for order 0, 1, 2, ...)
def epoch(weight, images, labels, order, batch_size, lr):
    weight = weight.copy()
    total = 0.0
    for start in range(0, len(order), batch_size):
        b = order[start:start + batch_size]
        x, y = images[b], labels[start:start + batch_size]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        total += -np.log(p[np.arange(len(b)), y]).sum()
        p[np.arange(len(b)), y] -= 1
        weight = weight - lr * p.T @ x / len(b)
    return weight, total / len(order)
# %% wrong: the mean loss is the mean of the batches' means, which gives the images of a smaller last batch too much weight (right where all batches are equally large)
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight, dtype=float)
    losses = []
    for k in range(math.ceil(len(order) / batch_size)):
        idx = order[k * batch_size:(k + 1) * batch_size]
        logits = images[idx] @ w.T
        shifted = logits - logits.max(1, keepdims=True)
        logp = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
        right = np.eye(w.shape[0])[labels[idx]]
        losses.append(-(logp * right).sum() / len(idx))
        w -= lr * ((np.exp(logp) - right) / len(idx)).T @ images[idx]
    return w, np.mean(losses)
# %% wrong: the weight that is passed in is changed in place (-=), though the answer is right
def epoch(weight, images, labels, order, batch_size, lr):
    loss_sum = 0
    for s in range(0, len(order), batch_size):
        rows = order[s:s + batch_size]
        scores = images[rows] @ weight.T
        e = np.exp(scores - scores.max(axis=1)[:, None])
        prob = e / e.sum(axis=1)[:, None]
        for r, label in enumerate(labels[rows]):
            loss_sum -= math.log(prob[r, label])
            prob[r, label] -= 1
        weight -= lr * (prob.T @ images[rows]) / len(rows)
    return weight, loss_sum / len(order)
# %% wrong: two mistakes: the last, smaller batch is dropped, and the gradient of a batch is summed over its images, not divided by their number
def epoch(weight, images, labels, order, batch_size, lr):
    new = weight + 0.0
    seen, losses = 0, 0.0
    for n in range(len(order) // batch_size):
        b = order[n * batch_size:n * batch_size + batch_size]
        logits = images[b] @ new.T
        top = logits.max(axis=1, keepdims=True)
        norm = top + np.log(np.exp(logits - top).sum(axis=1, keepdims=True))
        losses += (norm[:, 0] - logits[np.arange(len(b)), labels[b]]).sum()
        grad = np.exp(logits - norm)
        grad[np.arange(len(b)), labels[b]] -= 1
        new = new - lr * np.einsum("nc,nf->cf", grad, images[b])
        seen += len(b)
    return new, losses / max(seen, 1)
# %% right: recursion over the rest of the order
def epoch(weight, images, labels, order, batch_size, lr):
    def go(w, rest, total):
        if len(rest) == 0:
            return w, total
        b, rest = rest[:batch_size], rest[batch_size:]
        x, y = images[b], labels[b]
        logits = x @ w.T
        log_p = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
        hot = (np.arange(len(w)) == y[:, None]) * 1.0
        return go(w - lr / len(b) * ((np.exp(log_p) - hot).T @ x), rest, total - (log_p * hot).sum())
    new, total = go(np.array(weight, dtype=float), np.asarray(order), 0.0)
    return new, total / len(order)
