# %% wrong: starts a window at every value of the signal, the last ones are too short: ValueError (cannot be broadcast) from K = 3 on
def matched_filter(signal, template):
    t = template - np.mean(template)
    scores = [np.sum(signal[i:i + len(t)] * t) for i in range(len(signal))]
    return int(np.argmax(scores))
# %% wrong: the best sum so far begins at 0 and not at minus infinity, so where all sums are negative (a falling signal, a rising template) it answers 0; right wherever one sum is positive
def matched_filter(signal, template):
    shape = template - template.mean()
    best, place = 0, 0
    for start in range(len(signal) - len(shape) + 1):
        score = float(np.dot(signal[start:start + len(shape)], shape))
        if score > best:
            best, place = score, start
    return place
# %% wrong: looks for the largest absolute value, so a place where the signal is the template upside down can win
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), mode="valid")
    return int(np.argmax(np.abs(response)))
# %% wrong: two mistakes: subtracts the signal's mean from the signal instead of the template's from the template, and np.convolve turns the template round
def matched_filter(signal, template):
    centred = signal - signal.mean()
    return int(np.convolve(centred, template, "valid").argmax())
# %% right: sliding windows times the centred template
def matched_filter(signal, template):
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    sums = windows @ (template - np.mean(template))
    return int(np.argmax(sums))
