from browser import aio


async def main() -> None:
    await aio.get("/x", "jsn")  # reject: 'jsn'
