import sums

from browser import timer

timer.set_timeout(lambda: print(sums.total(range(5))), 10)
