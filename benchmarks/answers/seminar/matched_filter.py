# %% wrong: the template's mean is not subtracted; shows where the signal has high places of another shape
def matched_filter(signal, template):
    scores = np.correlate(signal, template, "valid")
    return int(np.argmax(scores))
# %% wrong: mode "same" counts the middle of the window, so that the position is about K / 2 too large (and windows over the edges take part)
def matched_filter(signal, template):
    t = template - np.mean(template)
    return np.argmax(np.correlate(signal, t, mode="same"))
# %% wrong: the sums are normalised by the length of each window, though the task says they are not; shows where a small window has the better shape
def matched_filter(signal, template):
    k = len(template)
    t = template - template.mean()
    best, where = -np.inf, 0
    for p in range(len(signal) - k + 1):
        w = signal[p:p + k]
        size = np.sqrt((w ** 2).sum())
        score = (w @ t) / size if size > 0 else 0.0
        if score > best:
            best, where = score, p
    return where
# %% wrong: two mistakes: the absolute value lets a pulse turned upside down win, and `template[:] = …` changes the caller's template
def matched_filter(signal, template):
    template[:] = template - template.mean()
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    return int(np.abs(windows @ template).argmax())
# %% right: max over the positions with a key
def matched_filter(signal, template):
    middle = sum(template) / len(template)
    wanted = [value - middle for value in template]

    def score(start):
        return sum(a * b for a, b in zip(signal[start:], wanted))

    return max(range(len(signal) - len(template) + 1), key=score)
