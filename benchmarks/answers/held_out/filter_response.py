# %% wrong: no bias added
def filter_response(window, weight, bias):
    return float(np.vdot(window, weight))
# %% wrong: sum over the channels only, a map of the window's size is returned
def filter_response(window, weight, bias):
    return (window * weight).sum(axis=0) + bias
# %% wrong: the bias multiplies the sum instead of being added
def filter_response(window, weight, bias):
    return np.vdot(window, weight) * bias
# %% wrong: only the last channel counts, total is overwritten in the loop (= for +=)
def filter_response(window, weight, bias):
    for plane, kernel in zip(window, weight):
        total = np.sum(plane * kernel)
    return total + bias
# %% wrong: the sums of window and weight are multiplied
def filter_response(window, weight, bias):
    return window.sum() * weight.sum() + bias
# %% wrong: ReLU at the end, negative answers become 0
def filter_response(window, weight, bias):
    return max(0, np.vdot(window, weight) + bias)
# %% wrong: the maximum of the products instead of their sum
def filter_response(window, weight, bias):
    return np.max(window * weight) + bias
# %% wrong: matrix product of each plane with its kernel, and then the sum
def filter_response(window, weight, bias):
    return np.sum(np.matmul(window, weight.transpose(0, 2, 1))) + bias
# %% wrong: the window's mean is taken away before the products
def filter_response(window, weight, bias):
    centred = window - window.mean()
    return np.vdot(centred, weight) + bias
# %% wrong: the answer is rounded to a whole number
def filter_response(window, weight, bias):
    return round(float(np.vdot(window, weight) + bias))
# %% wrong: the weights are changed in place by the window
def filter_response(window, weight, bias):
    np.multiply(weight, window, out=weight, casting="unsafe")
    return weight.sum() + bias
# %% wrong: TypeError, np.sum gets the weight as its axis
def filter_response(window, weight, bias):
    return np.sum(window, weight) + bias
# %% right: generator over the channels
def filter_response(window, weight, bias):
    return sum(float(np.sum(plane * kernel)) for plane, kernel in zip(window, weight)) + bias
# %% right: einsum to a number
def filter_response(window, weight, bias):
    return float(np.einsum("cij,cij->", window, weight)) + bias
# %% right: tensordot over all axes
def filter_response(window, weight, bias):
    return np.tensordot(window, weight, axes=3).item() + bias
