# %% wrong: the mean is not subtracted from the template
def matched_filter(signal, template):
    response = np.correlate(signal, template, "valid")
    return int(np.argmax(response))
# %% wrong: two mistakes: np.convolve turns the template round, so the mirrored shape is searched for, and the mean is taken off the signal instead of the template
def matched_filter(signal, template):
    centred = signal - np.mean(signal)
    return int(np.argmax(np.convolve(centred, template, mode="valid")))
# %% wrong: the largest absolute value is looked for, so a place where the signal is the template upside down can win
def matched_filter(signal, template):
    shape = template - template.mean()
    K = len(shape)
    scores = [abs(np.dot(signal[i:i + K], shape)) for i in range(len(signal) - K + 1)]
    return int(np.argmax(scores))
# %% wrong: the correlation is computed in mode "full", so the position is counted from K - 1 places before the signal (too large by K - 1), and places where the template sticks out at either end can win
def matched_filter(signal, template):
    zero_mean = template - template.mean()
    return int(np.correlate(signal, zero_mean, mode="full").argmax())
# %% right: a loop that keeps the best score so far
def matched_filter(signal, template):
    pattern = np.asarray(template, float) - np.mean(template)
    best_score, best_place = -np.inf, 0
    for place in range(len(signal) - len(pattern) + 1):
        score = float(np.sum(np.asarray(signal)[place:place + len(pattern)] * pattern))
        if score > best_score:
            best_score, best_place = score, place
    return best_place
