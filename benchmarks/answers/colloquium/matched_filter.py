# %% wrong: np.convolve is used, which flips the template
def matched_filter(signal, template):
    t = template - template.mean()
    return int(np.argmax(np.convolve(signal, t, mode="valid")))
# %% wrong: the mean of the template is not subtracted, so places where the signal is high win
def matched_filter(signal, template):
    K = len(template)
    scores = [np.dot(signal[i:i + K], template) for i in range(len(signal) - K + 1)]
    return int(np.argmax(scores))
# %% wrong: mode "same" is used in place of "valid", so the position is that of the window's middle (about K // 2 too large) and windows over the ends count too
def matched_filter(signal, template):
    centred = template - np.mean(template)
    response = np.correlate(signal, centred, "same")
    return int(response.argmax())
# %% wrong: the sums are normalised: each is divided by the norm of its window (less the mean), so a weak but well-shaped place beats the largest sum of products
def matched_filter(signal, template):
    t = template - template.mean()
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(t))
    w = windows - windows.mean(axis=1, keepdims=True)
    norm = np.sqrt((w ** 2).sum(axis=1)) + 1e-12
    return int(np.argmax(w @ t / norm))
# %% right: max over positions by key
def matched_filter(signal, template):
    shape = np.asarray(template, float) - np.mean(template)
    score = lambda i: math.fsum(s * t for s, t in zip(signal[i:], shape))
    return max(range(len(signal) - len(shape) + 1), key=score)
