from browser import aio


async def main() -> None:
    await aio.get("/x", tiemout=5)  # reject: "tiemout"
