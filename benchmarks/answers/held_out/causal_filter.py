# %% wrong: newest value meets the last weight, the weights are in the wrong order
def causal_filter(x, weight):
    K = len(weight)
    y = []
    for t in range(len(x)):
        total = 0
        for k in range(K):
            place = t - (K - 1) + k
            if place >= 0:
                total += weight[k] * x[place]
        y.append(total)
    return np.array(y)
# %% wrong: valid part only, without the start
def causal_filter(x, weight):
    return np.array([sum(weight[k] * x[t - k] for k in range(len(weight)))
                     for t in range(len(weight) - 1, len(x))])
# %% wrong: anticausal, the signal is turned round before and after
def causal_filter(x, weight):
    return np.convolve(x[::-1], weight)[: len(x)][::-1]
# %% wrong: np.roll brings the end of the signal to its start
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for k, w in enumerate(weight):
        y += w * np.roll(x, k)
    return y
# %% wrong: mode "same"
def causal_filter(x, weight):
    n = len(x)
    same = np.convolve(x, weight, "same")
    return same[:n] if len(same) >= n else np.pad(same, (0, n - len(same)))
# %% wrong: one delay too many, y[t] begins with weight[0] x[t - 1]
def causal_filter(x, weight):
    padded = np.concatenate([np.zeros(len(weight)), x])
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * padded[t + len(weight) - 1 - k]
    return y
# %% wrong: K zeros in front instead of K - 1, the answer is one value longer
def causal_filter(x, weight):
    padded = np.concatenate([np.zeros(len(weight)), x])
    return np.convolve(padded, weight, "valid")
# %% wrong: the weights are divided by their sum
def causal_filter(x, weight):
    total = weight.sum()
    scaled = weight / total if total else weight * 0.0
    return np.convolve(x, scaled)[: len(x)]
# %% wrong: the first tap only, return inside the loop
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for k, w in enumerate(weight):
        y[k:] += w * x[: len(x) - k]
        return y
# %% wrong: IndexError, x[t + K - 1] is read behind the end
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            y[t] += weight[len(weight) - 1 - k] * x[t + k]
    return y
# %% wrong: integer output, fractions are cut off
def causal_filter(x, weight):
    y = np.zeros(len(x), dtype=int)
    for t in range(len(x)):
        y[t] = sum(weight[k] * x[t - k] for k in range(len(weight)) if t >= k)
    return y
# %% wrong: the last tap is left out, range(len(weight) - 1)
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        y[t] = sum(weight[k] * x[t - k] for k in range(len(weight) - 1) if t >= k)
    return y
# %% wrong: ValueError where the filter is longer than the signal, the slices no longer fit
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for k, w in enumerate(weight):
        y[k:] += w * x[: len(x) - k]
    return y
# %% wrong: the start is divided by the weights that are used, as an average at the border
def causal_filter(x, weight):
    y = np.convolve(x, weight)[: len(x)]
    for t in range(min(len(weight) - 1, len(x))):
        y[t] = y[t] * len(weight) / (t + 1)
    return y
# %% wrong: x and weight are exchanged in the signature
def causal_filter(weight, x):
    return np.convolve(x, weight)[: len(x)]
# %% wrong: two mistakes: the wrong order of the weights, and the start is missing
def causal_filter(x, weight):
    K = len(weight)
    return np.array([np.dot(x[t : t + K], weight) for t in range(len(x) - K + 1)])
# %% wrong: the caller's signal is reversed in place (the values returned are right)
def causal_filter(x, weight):
    x[:] = x[::-1].copy()
    n = len(x)
    return np.array([sum(weight[k] * x[n - 1 - t + k] for k in range(min(len(weight), t + 1))) for t in range(n)])
# %% right: delayed copies are added
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for k in range(min(len(weight), len(x))):
        y[k:] += weight[k] * x[: len(x) - k]
    return y
# %% right: a triangular matrix
def causal_filter(x, weight):
    n = len(x)
    matrix = np.zeros((n, n))
    for k, w in enumerate(weight[:n]):
        matrix += w * np.eye(n, k=-k)
    return matrix @ x
# %% right: a memory of the last values
def causal_filter(x, weight):
    memory = [0.0] * len(weight)
    y = []
    for value in x:
        memory = [value] + memory[:-1]
        y.append(sum(w * m for w, m in zip(weight, memory)))
    return np.array(y)
# %% right: slices with -k or None
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for k, w in enumerate(weight):
        y[k:] += w * x[: -k or None]
    return y
