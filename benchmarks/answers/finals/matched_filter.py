# %% wrong: np.correlate in mode "full": the position is shifted by K - 1
def matched_filter(signal, template):
    t = template - np.mean(template)
    return int(np.argmax(np.correlate(signal, t, mode="full")))
# %% wrong: the largest absolute value, a valley wins as well
def matched_filter(signal, template):
    centred = template - template.mean()
    response = [np.dot(signal[i:i + len(centred)], centred) for i in range(len(signal) - len(centred) + 1)]
    return int(np.argmax(np.abs(response)))
# %% wrong: divides each window by its length, as a correlation coefficient: another place may win
def matched_filter(signal, template):
    k = len(template)
    t = template - template.mean()
    windows = np.lib.stride_tricks.sliding_window_view(signal, k)
    centred = windows - windows.mean(axis=1, keepdims=True)
    scores = centred @ t / (np.linalg.norm(centred, axis=1) + 1e-12)
    return int(scores.argmax())
# %% wrong: the template is centred in place, the caller's array is changed (and whole numbers raise a UFuncTypeError)
def matched_filter(signal, template):
    template -= template.mean()
    return int(np.correlate(signal, template, "valid").argmax())
# %% wrong: convolves, the template runs backwards
def matched_filter(signal, template):
    pattern = template - template.mean()
    return int(np.argmax(np.convolve(signal, pattern, "valid")))
# %% wrong: the middle of the window is given, as after mode "same"
def matched_filter(signal, template):
    t = template - template.mean()
    k = len(t)
    scores = [float(signal[i:i + k] @ t) for i in range(len(signal) - k + 1)]
    return scores.index(max(scores)) + k // 2
# %% right: windows times the centred template, first of the largest
def matched_filter(signal, template):
    pattern = np.asarray(template, float) - np.mean(template)
    scores = np.lib.stride_tricks.sliding_window_view(signal, len(pattern)).dot(pattern)
    return int(np.flatnonzero(scores == scores.max())[0])
