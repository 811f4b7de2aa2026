# %% wrong: the template's mean is not taken away
def matched_filter(signal, template):
    return int(np.argmax(np.correlate(signal, template, "valid")))
# %% wrong: argmax of absolute values, an inverted template wins as well
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), "valid")
    return int(np.argmax(np.abs(response)))
# %% wrong: the template is turned round, np.convolve
def matched_filter(signal, template):
    response = np.convolve(signal, template - template.mean(), "valid")
    return int(np.argmax(response))
# %% wrong: the middle of the window is returned, not its first value
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), "valid")
    return int(np.argmax(response)) + len(template) // 2
# %% wrong: mode "same", positions are shifted by half the template
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), "same")
    return int(np.argmax(response))
# %% wrong: mode "full", positions are shifted by K - 1
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), "full")
    return int(np.argmax(response))
# %% wrong: the largest response is returned, not its position
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), "valid")
    return float(np.max(response))
# %% wrong: the signal's mean is taken away instead of the template's
def matched_filter(signal, template):
    response = np.correlate(signal - signal.mean(), template, "valid")
    return int(np.argmax(response))
# %% wrong: argmin
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), "valid")
    return int(np.argmin(response))
# %% wrong: best starts at 0, position 0 is returned where all responses are negative
def matched_filter(signal, template):
    shape = template - template.mean()
    best, position = 0, 0
    for t in range(len(signal) - len(template) + 1):
        response = np.dot(signal[t : t + len(template)], shape)
        if response > best:
            best, position = response, t
    return position
# %% wrong: template -= mean changes the caller's template (and fails for integers)
def matched_filter(signal, template):
    template -= template.mean()
    return int(np.argmax(np.correlate(signal, template, "valid")))
# %% wrong: each response is divided by the norm of its window
def matched_filter(signal, template):
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    response = windows @ (template - template.mean())
    return int(np.argmax(response / np.linalg.norm(windows, axis=1)))
# %% wrong: the last position is not tried
def matched_filter(signal, template):
    shape = template - template.mean()
    responses = [np.dot(signal[t : t + len(template)], shape) for t in range(len(signal) - len(template))]
    return int(np.argmax(responses)) if responses else 0
# %% wrong: np.correlate with template and signal exchanged, the response runs backwards
def matched_filter(signal, template):
    response = np.correlate(template - template.mean(), signal, "valid")
    return int(np.argmax(response))
# %% wrong: position of the signal's largest value, the template is not used
def matched_filter(signal, template):
    return int(np.argmax(signal))
# %% wrong: two mistakes: the mean is not taken away, and the middle of the window is returned
def matched_filter(signal, template):
    response = np.correlate(signal, template, "valid")
    return int(np.argmax(response)) + len(template) // 2
# %% right: np.correlate
def matched_filter(signal, template):
    response = np.correlate(signal, template - template.mean(), "valid")
    return int(np.argmax(response))
# %% right: a loop with the best so far
def matched_filter(signal, template):
    shape = template - np.mean(template)
    best, position = -np.inf, None
    for t in range(len(signal) - len(template) + 1):
        response = np.dot(signal[t : t + len(template)], shape)
        if response > best:
            best, position = response, t
    return position
# %% right: windows with their own means removed, the same scores
def matched_filter(signal, template):
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(template))
    centred = windows - windows.mean(axis=1, keepdims=True)
    return int((centred @ template).argmax())
