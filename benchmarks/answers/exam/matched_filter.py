# %% wrong: the mean of the signal is subtracted, not that of the template
def matched_filter(signal, template):
    return np.argmax(np.correlate(signal - signal.mean(), template, "valid"))

# %% wrong: np.convolve lays the template on back to front
def matched_filter(signal, template):
    return np.argmax(np.convolve(signal, template - template.mean(), "valid"))

# %% wrong: mode "full", the position is K - 1 too far
def matched_filter(signal, template):
    response = np.correlate(signal, template - np.mean(template), "full")
    return int(np.argmax(response))

# %% wrong: the largest response itself instead of its position
def matched_filter(signal, template):
    shape = template - template.mean()
    return max(np.correlate(signal, shape, "valid"))

# %% wrong: the absolute response, a pulse upside down counts as found
def matched_filter(signal, template):
    shape = template - template.mean()
    return int(np.argmax(np.abs(np.correlate(signal, shape, "valid"))))

# %% wrong: each response is divided by the energy of its window, quiet places win
def matched_filter(signal, template):
    shape = template - template.mean()
    scores = []
    for i in range(len(signal) - len(shape) + 1):
        window = signal[i : i + len(shape)]
        scores.append(window @ shape / (window @ window + 1e-12))
    return int(np.argmax(scores))

# %% right: the window's mean subtracted, which gives the same products
def matched_filter(signal, template):
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    response = (windows - windows.mean(axis=1, keepdims=True)) @ (template - template.mean())
    return int(np.argmax(response))
