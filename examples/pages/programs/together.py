# Awaits five requests at the same time.
import asyncio
from time import perf_counter

from browser import aio

start = perf_counter()
answers = await asyncio.gather(
    *(aio.get("/api/delay", "json", data={"seconds": n / 5}) for n in range(1, 6))
)
waited = sum(answer.data["seconds"] for answer in answers)
print(f"{waited:.1f} s of waiting in {perf_counter() - start:.1f} s")
