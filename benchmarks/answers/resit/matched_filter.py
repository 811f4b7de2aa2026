# %% wrong: np.convolve turns the template round, so its mirror image is looked for
def matched_filter(signal, template):
    template = template - template.mean()
    return int(np.argmax(np.convolve(signal, template, "valid")))
# %% wrong: the arguments of np.correlate are exchanged, which gives the response back to front
def matched_filter(signal, template):
    response = np.correlate(template - template.mean(), signal, "valid")
    return int(response.argmax())
# %% wrong: two mistakes: the template's mean is not subtracted, and with "same" the position is that of the pulse's middle
def matched_filter(signal, template):
    response = np.correlate(signal, template, mode="same")
    return int(np.argmax(response))
# %% wrong: returns the largest response, not its position
def matched_filter(signal, template):
    pattern = template - sum(template) / len(template)
    best = -math.inf
    for start in range(len(signal) - len(pattern) + 1):
        score = np.dot(signal[start : start + len(pattern)], pattern)
        if score > best:
            best = score
            position = start
    return best
# %% right: max over all starts, with the score as the key
def matched_filter(signal, template):
    pattern = np.asarray(template) - np.mean(template)
    starts = range(len(signal) - len(pattern) + 1)
    return max(starts, key=lambda start: float(signal[start : start + len(pattern)] @ pattern))
