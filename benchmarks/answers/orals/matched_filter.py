# %% wrong: the mean of the signal is subtracted from the signal, and the template keeps its own mean
def matched_filter(signal, template):
    centred = signal - signal.mean()
    return int(np.argmax(np.correlate(centred, template, "valid")))
# %% wrong: takes the largest absolute value, so a place where the upside-down template fits can win
def matched_filter(signal, template):
    pattern = template - np.mean(template)
    scores = np.array([np.sum(signal[i : i + len(pattern)] * pattern)
                       for i in range(len(signal) - len(pattern) + 1)])
    return int(np.abs(scores).argmax())
# %% wrong: correlates with mode "same", so the position counts from the middle of the window (and windows that hang over the ends take part) instead of its start
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), mode="same")
    return int(np.argmax(response))
# %% wrong: two mistakes: of equal sums the last one is taken (>=), and the last window, at L - K, is never tried
def matched_filter(signal, template):
    t = template - template.mean()
    best, where = -np.inf, 0
    for start in range(len(signal) - len(t)):
        score = np.sum(signal[start : start + len(t)] * t)
        if score >= best:
            best, where = score, start
    return where
# %% right: max over the starts with a key
def matched_filter(signal, template):
    shape = np.asarray(template, float) - np.mean(template)
    starts = range(len(signal) - len(shape) + 1)
    return max(starts, key=lambda start: float((signal[start : start + len(shape)] * shape).sum()))
