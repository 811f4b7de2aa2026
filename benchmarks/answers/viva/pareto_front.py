# %% wrong: another network has to be strictly better in both to beat one; equal in one and better in the other does not count
def pareto_front(costs, errors):
    front = []
    for c, e in zip(costs, errors):
        beaten = np.any((costs < c) & (errors < e))
        front.append(not beaten)
    return np.array(front)
# %% wrong: sorted by cost and error, a network stays only if it errs less than all before it, so of equal networks only one is on the front
def pareto_front(costs, errors):
    front = np.zeros(len(costs), bool)
    best = np.inf
    for i in np.lexsort((errors, costs)):
        if errors[i] < best:
            front[i] = True
            best = errors[i]
    return front
# %% wrong: the numbers (indices) of the networks on the front are returned instead of True or False for each
def pareto_front(costs, errors):
    n = len(costs)
    beaten = np.zeros(n, dtype=bool)
    for i in range(n):
        for j in range(n):
            at_least = costs[j] <= costs[i] and errors[j] <= errors[i]
            better = costs[j] < costs[i] or errors[j] < errors[i]
            if at_least and better:
                beaten[i] = True
    return np.where(~beaten)[0]
# %% wrong: `or` instead of `and`: a network counts as beaten if another is better in one of the two, whatever it is in the other
def pareto_front(costs, errors):
    result = []
    for i in range(len(costs)):
        on_front = True
        for j in range(len(costs)):
            if costs[j] < costs[i] or errors[j] < errors[i]:
                on_front = False
        result.append(on_front)
    return np.array(result)
# %% right: on the front is who errs least among those that cost no more, and costs least among those that err no more
def pareto_front(costs, errors):
    def least(values, others):
        return np.array([value == values[others <= other].min() for value, other in zip(values, others)])

    return least(errors, costs) & least(costs, errors)
