# %% wrong: the result is right but the mean is subtracted in template itself, so the argument is changed (an error if it holds whole numbers)
def matched_filter(signal, template):
    template -= template.mean()
    best = np.correlate(signal, template, "valid")
    return int(np.argmax(best))
# %% wrong: mode "full" begins K - 1 positions before the signal, so the position is too large by K - 1 or lies at an edge
def matched_filter(signal, template):
    t = template - np.mean(template)
    return int(np.correlate(signal, t, mode="full").argmax())
# %% wrong: the largest absolute value is taken, so an upside-down pattern can win
def matched_filter(signal, template):
    K = len(template)
    pattern = template - template.mean()
    scores = [abs(np.dot(signal[i:i + K], pattern)) for i in range(len(signal) - K + 1)]
    return int(np.argmax(scores))
# %% wrong: of equal sums the last one counts (>= in place of >)
def matched_filter(signal, template):
    zero_mean = template - sum(template) / len(template)
    where, top = 0, -math.inf
    for start in range(len(signal) - len(template) + 1):
        value = (signal[start:start + len(template)] * zero_mean).sum()
        if value >= top:
            where, top = start, value
    return where
# %% right: all windows in one table, sum over each row
def matched_filter(signal, template):
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    sums = (windows * (template - np.mean(template))).sum(axis=1)
    return int(np.flatnonzero(sums == sums.max())[0])
