# %% wrong: subtracts the signal's mean from the signal, and not the template's mean from the template, so high stretches of the signal win; shows when the template's mean is not 0
def matched_filter(signal, template):
    centred = signal - signal.mean()
    return int(np.argmax(np.correlate(centred, template, "valid")))
# %% wrong: correlates in mode "same", so the place is that of the middle of the template (about K // 2 later) and windows that stick out at the ends count too; shows when K > 1
def matched_filter(signal, template):
    t = template - np.mean(template)
    response = np.correlate(signal, t, mode="same")
    return int(response.argmax())
# %% wrong: two mistakes: the absolute value is taken, so an upside-down copy can win, and the last window is never tried (position 0 is returned when there is only one)
def matched_filter(signal, template):
    kernel = template - template.mean()
    best, where = -1, 0
    for start in range(len(signal) - len(template)):
        score = abs(np.sum(signal[start:start + len(template)] * kernel))
        if score > best:
            best, where = score, start
    return where
# %% wrong: of equally large sums the last one counts (>=), not the first; shows only when the largest sum comes more than once
def matched_filter(signal, template):
    K = len(template)
    flat = template - template.sum() / K
    top = -math.inf
    answer = None
    for i in range(len(signal) - K + 1):
        s = float(flat @ signal[i:i + K])
        if s >= top:
            top = s
            answer = i
    return answer
# %% right: true convolution with the turned template, built up from shifted copies, then the first maximum
def matched_filter(signal, template):
    weights = (template - template.mean()).tolist()
    places = len(signal) - len(weights) + 1
    response = [0.0] * places
    for k, w in enumerate(weights):
        for p in range(places):
            response[p] += w * signal[p + k]
    return response.index(max(response))
