# %% wrong: a network is beaten only by one that is better in both, so a draw in one of the two never counts
def pareto_front(costs, errors):
    beaten = (costs[None, :] < costs[:, None]) & (errors[None, :] < errors[:, None])
    return ~beaten.any(axis=1)

# %% wrong: only networks on the lower convex hull are kept
def pareto_front(costs, errors):
    def turn(a, b, c):
        return ((costs[b] - costs[a]) * (errors[c] - errors[a])
                - (errors[b] - errors[a]) * (costs[c] - costs[a]))

    hull = []
    for i in np.lexsort((errors, costs)):
        if hull and errors[i] >= errors[hull[-1]]:
            continue
        while len(hull) > 1 and turn(hull[-2], hull[-1], i) < 0:
            hull.pop()
        hull.append(i)
    corners = {(costs[i], errors[i]) for i in hull}
    return np.array([pair in corners for pair in zip(costs, errors)])

# %% wrong: one sweep from the cheapest on drops the second of two equal networks
def pareto_front(costs, errors):
    front = np.zeros(len(costs), bool)
    best = math.inf
    for i in np.lexsort((errors, costs)):
        if errors[i] < best:
            front[i] = True
            best = errors[i]
    return front

# %% right: plain loops over pairs
def pareto_front(costs, errors):
    pairs = list(zip(costs, errors))

    def beats(one, other):
        return one[0] <= other[0] and one[1] <= other[1] and one != other

    return np.array([not any(beats(one, other) for one in pairs) for other in pairs], dtype=bool)
