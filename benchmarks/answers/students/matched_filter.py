# %% wrong: the template's mean is not subtracted: high parts of the signal win
def matched_filter(signal, template):
    scores = np.correlate(signal, template, mode="valid")
    return int(np.argmax(scores))
# %% wrong: np.convolve turns the template round
def matched_filter(signal, template):
    t = template - template.mean()
    return int(np.argmax(np.convolve(signal, t, mode="valid")))
# %% wrong: mode "same": the position is that of the template's middle, not of its start
def matched_filter(signal, template):
    t = template - np.mean(template)
    return int(np.argmax(np.correlate(signal, t, mode="same")))
# %% wrong: gives the best score instead of its position
def matched_filter(signal, template):
    t = template - template.mean()
    K = len(t)
    return max(float(signal[i:i + K] @ t) for i in range(len(signal) - K + 1))
# %% wrong: the search starts at 0: answers 0 if all scores are negative
def matched_filter(signal, template):
    t = template - template.mean()
    best, position = 0, 0
    for i in range(len(signal) - len(t) + 1):
        score = np.sum(signal[i:i + len(t)] * t)
        if score > best:
            best, position = score, i
    return position
# %% wrong: subtracts the mean of the signal instead of that of the template
def matched_filter(signal, template):
    scores = np.correlate(signal - signal.mean(), template, "valid")
    return int(scores.argmax())
# %% right: sorted by score, windows one by one
def matched_filter(signal, template):
    shape = np.asarray(template, dtype=float)
    shape = shape - shape.sum() / len(shape)
    starts = range(len(signal) - len(shape) + 1)
    return max(starts, key=lambda s: math.fsum(float(a) * b for a, b in zip(signal[s:s + len(shape)], shape)))
