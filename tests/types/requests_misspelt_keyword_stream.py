from browser import aio


async def main() -> None:
    async for _ in aio.stream("/x", header={"X-Id": "1"}):  # reject: "header"
        pass
