# %% wrong: a network is beaten only by one that is better in both; shows when one has an equal cost or equal errors
def pareto_front(costs, errors):
    n = len(costs)
    front = np.ones(n, dtype=bool)
    for i in range(n):
        for j in range(n):
            if costs[j] < costs[i] and errors[j] < errors[i]:
                front[i] = False
    return front
# %% wrong: two equal networks beat each other, no "better in one" is asked; shows when two are equal in both
def pareto_front(costs, errors):
    result = []
    for i in range(len(costs)):
        beaten = False
        for j in range(len(costs)):
            if i != j and costs[j] <= costs[i] and errors[j] <= errors[i]:
                beaten = True
        result.append(not beaten)
    return np.array(result)
# %% wrong: only neighbours in the order of cost are compared, not the best of all cheaper ones
def pareto_front(costs, errors):
    order = np.lexsort((errors, costs))
    front = np.zeros(len(costs), dtype=bool)
    previous = None
    for i in order:
        if previous is None or errors[i] < errors[previous]:
            front[i] = True
        elif errors[i] == errors[previous] and costs[i] == costs[previous]:
            front[i] = front[previous]
        previous = i
    return front
# %% wrong: returns the positions of the networks on the front instead of a truth value for each
def pareto_front(costs, errors):
    c, e = np.asarray(costs), np.asarray(errors)
    le = (c <= c[:, None]) & (e <= e[:, None])
    lt = (c < c[:, None]) | (e < e[:, None])
    return np.nonzero(~(le & lt).any(axis=1))[0]
# %% right: sorted by cost, with the least errors of all cheaper ones
def pareto_front(costs, errors):
    costs, errors = np.asarray(costs), np.asarray(errors)
    answer, least = np.zeros(costs.shape, bool), np.inf
    for cost in np.unique(costs):
        here = costs == cost
        best = errors[here].min()
        if best < least:
            answer |= here & (errors == best)
            least = best
    return answer
