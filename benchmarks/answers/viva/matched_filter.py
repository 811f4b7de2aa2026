# %% wrong: correlates with mode "same", so the position is that of the window's middle, K // 2 too far (and windows that hang over the ends count)
def matched_filter(signal, template):
    centred = template - template.mean()
    scores = np.correlate(signal, centred, mode="same")
    return int(np.argmax(scores))
# %% wrong: the mean is subtracted in place with template -= template.mean(), so the caller's template is changed (and a whole-number template raises UFuncTypeError)
def matched_filter(signal, template):
    template -= template.mean()
    return int(np.argmax(np.correlate(signal, template, "valid")))
# %% wrong: the mean is subtracted from the signal and not from the template, so places where the signal is high still win
def matched_filter(signal, template):
    signal = signal - np.mean(signal)
    K = len(template)
    responses = [np.dot(signal[i:i + K], template) for i in range(len(signal) - K + 1)]
    return int(np.argmax(responses))
# %% wrong: the template is turned round, because np.convolve is used where a cross-correlation is wanted
def matched_filter(signal, template):
    t = np.asarray(template, float)
    t = t - t.mean()
    return int(np.convolve(signal, t, "valid").argmax())
# %% right: K times the centred template, so that whole numbers stay exact; scores tap by tap, then Python's max
def matched_filter(signal, template):
    K = len(template)
    centred = K * template - np.sum(template)
    count = len(signal) - K + 1
    scores = np.zeros(count)
    for tap, weight in enumerate(centred):
        scores += weight * signal[tap:tap + count]
    return max(range(count), key=lambda place: scores[place])
