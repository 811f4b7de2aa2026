# %% wrong: np.dot of the 3-D arrays (matrix products) instead of the elementwise product
def filter_response(window, weight, bias):
    return float(np.sum(np.dot(window[0], weight[0].T)) + bias)
# %% wrong: bias added to each product before the sum
def filter_response(window, weight, bias):
    return float((window * weight + bias).sum())
# %% wrong: three channels written out, another number crashes or is cut
def filter_response(window, weight, bias):
    r = (window[0] * weight[0]).sum()
    g = (window[1] * weight[1]).sum()
    b = (window[2] * weight[2]).sum()
    return float(r + g + b + bias)
# %% wrong: multiplies in place, so the window is changed (and crashes for an integer window with float weights)
def filter_response(window, weight, bias):
    window *= weight
    total = window.sum()
    return float(total + bias)
# %% wrong: the mean of the products instead of their sum
def filter_response(window: np.ndarray, weight: np.ndarray, bias: float) -> float:
    products = np.asarray(window) * np.asarray(weight)
    return float(products.mean() + bias)
# %% wrong: the answer is rounded to four digits
def filter_response(window, weight, bias):
    C, H, W = window.shape
    acc = bias
    for c in range(C):
        for h in range(H):
            for w in range(W):
                acc += window[c][h][w] * weight[c][h][w]
    return round(float(acc), 4)
# %% wrong: a window of zeros is answered with 0, the bias is left out there
def filter_response(window, weight, bias):
    if not np.any(window):
        return 0.0
    a = np.ravel(window)
    b = np.ravel(weight)
    return float(a @ b + bias)
# %% wrong: flattens in memory order (order K), wrong for arrays that are not laid out alike
def filter_response(window, weight, bias):
    a = window.flatten(order="K")
    b = weight.flatten(order="K")
    return float(np.inner(a, b)) + float(bias)
# %% right: vdot
def filter_response(window, weight, bias):
    return float(np.vdot(np.asarray(window), np.asarray(weight))) + float(bias)
# %% right: zip
def filter_response(window, weight, bias):
    total = bias
    for xs, ws in zip(window, weight):
        for xrow, wrow in zip(xs, ws):
            for xv, wv in zip(xrow, wrow):
                total = total + xv * wv
    return float(total)
