# %% wrong: raw template, its mean stays in
def matched_filter(signal, template):
    K = len(template)
    scores = []
    for t in range(len(signal) - K + 1):
        scores.append(float(np.sum(signal[t : t + K] * template)))
    return scores.index(max(scores))
# %% wrong: squared responses, negative correlations count as matches
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    scores = [float(np.sum(signal[t : t + K] * zero)) ** 2 for t in range(len(signal) - K + 1)]
    return scores.index(max(scores))
# %% wrong: the template runs backwards
def matched_filter(signal, template):
    K = len(template)
    zero = (template - sum(template) / K)[::-1]
    scores = [float(np.sum(signal[t : t + K] * zero)) for t in range(len(signal) - K + 1)]
    return scores.index(max(scores))
# %% wrong: the window's last position instead of its first
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    scores = [float(np.sum(signal[t : t + K] * zero)) for t in range(len(signal) - K + 1)]
    return scores.index(max(scores)) + K - 1
# %% wrong: the whole response is returned
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    return np.array([float(np.sum(signal[t : t + K] * zero)) for t in range(len(signal) - K + 1)])
# %% wrong: smallest sum of squared differences
def matched_filter(signal, template):
    K = len(template)
    errors = [float(np.sum((signal[t : t + K] - template) ** 2)) for t in range(len(signal) - K + 1)]
    return errors.index(min(errors))
# %% wrong: the median of the template is taken away, not its mean
def matched_filter(signal, template):
    view = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    return int(np.argmax(view @ (template - np.median(template))))
# %% wrong: the mean of the signal is taken away from the template
def matched_filter(signal, template):
    view = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    return int(np.argmax(view @ (template - signal.mean())))
# %% wrong: normalised correlation coefficient, divided by the window's deviation
def matched_filter(signal, template):
    K = len(template)
    best, place = -2, 0
    for t in range(len(signal) - K + 1):
        r = np.corrcoef(signal[t : t + K], template)[0, 1]
        if r > best:
            best, place = r, t
    return place
# %% wrong: best starts at 0, so nothing (None) is returned where no response is positive
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    best, place = 0, None
    t = 0
    while t + K <= len(signal):
        score = np.dot(signal[t : t + K], zero)
        if score > best:
            best, place = score, t
        t += 1
    return place
# %% wrong: < for >, the worst place is kept
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    best, place = math.inf, 0
    for t in range(len(signal) - K + 1):
        score = np.dot(signal[t : t + K], zero)
        if score < best:
            best, place = score, t
    return place
# %% wrong: the best score is never updated, so the last position is returned
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    best, place = -math.inf, 0
    for t in range(len(signal) - K + 1):
        if np.dot(signal[t : t + K], zero) > best:
            place = t
    return place
# %% wrong: the responses are sorted before argmax, the position belongs to the sorted list
def matched_filter(signal, template):
    view = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    response = np.sort(view @ (template - template.mean()))
    return int(np.argmax(response))
# %% wrong: ValueError, argmax of an empty list: the lengths are subtracted the wrong way round
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    scores = [np.dot(signal[t : t + K], zero) for t in range(K - len(signal) - 1)]
    return int(np.argmax(scores))
# %% wrong: the signal is padded with zeros on both sides, positions are shifted by one
def matched_filter(signal, template):
    view = np.lib.stride_tricks.sliding_window_view(np.pad(signal, 1), len(template))
    return int(np.argmax(view @ (template - template.mean())))
# %% wrong: two mistakes: the mean stays in, and the template runs backwards
def matched_filter(signal, template):
    return int(np.argmax(np.convolve(signal, template, "valid")))
# %% wrong: the responses are rounded to whole numbers, ties go to the first
def matched_filter(signal, template):
    view = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    response = np.rint(view @ (template - template.mean())).astype(int)
    return int(response.argmax())
# %% right: list of scores and index of the maximum
def matched_filter(signal, template):
    K = len(template)
    zero = template - sum(template) / K
    scores = [float(np.dot(signal[t : t + K], zero)) for t in range(len(signal) - K + 1)]
    return scores.index(max(scores))
# %% right: convolution with the turned template
def matched_filter(signal, template):
    centred = (template - template.mean())[::-1]
    return int(np.convolve(signal, centred, "valid").argmax())
# %% right: max with a key
def matched_filter(signal, template):
    mean = float(np.mean(template))

    def score(start):
        return sum(float(s) * (float(p) - mean) for s, p in zip(signal[start:], template))

    return max(range(len(signal) - len(template) + 1), key=score)
