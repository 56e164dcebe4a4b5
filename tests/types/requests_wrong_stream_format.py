from browser import aio


async def main() -> None:
    async for _ in aio.stream("/x", "words"):  # reject: "stream"
        pass
