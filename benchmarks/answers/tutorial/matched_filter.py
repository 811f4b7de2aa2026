# %% wrong: a window starts at every value of the signal; the last ones are shorter than the template: ValueError
def matched_filter(signal, template):
    centred = template - template.mean()
    k = len(template)
    scores = []
    for start in range(len(signal)):
        scores.append(np.dot(signal[start:start + k], centred))
    return int(np.argmax(scores))
# %% wrong: the largest absolute value wins, so the upside-down pattern may be found; right where the largest sum is also the farthest from 0
def matched_filter(signal, template):
    sums = np.correlate(signal, template - np.mean(template), "valid")
    return int(np.argmax(np.abs(sums)))
# %% wrong: np.correlate gets template and signal in the wrong order, which returns the sums back to front: the position is counted from the end
def matched_filter(signal, template):
    response = np.correlate(template - template.mean(), signal, mode="valid")
    return int(response.argmax())
# %% wrong: two mistakes: the mean of the signal is subtracted from the signal in place of the template's from the template, and mode "same" counts to the middle of the window and lets it stick out at the ends
def matched_filter(signal, template):
    s = signal - signal.mean()
    response = np.correlate(s, template, mode="same")
    return int(np.argmax(response))
# %% right: keeps the best sum so far in a loop
def matched_filter(signal, template):
    t = np.asarray(template) - np.mean(template)
    best, where = -math.inf, 0
    for start in range(len(signal) - len(t) + 1):
        score = float(np.sum(np.asarray(signal)[start:start + len(t)] * t))
        if score > best:
            best, where = score, start
    return where
