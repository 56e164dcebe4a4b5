from browser import aio


async def main() -> str:
    async for piece in aio.stream("/x", "binary"):
        return piece  # reject: "bytes"
    return ""
