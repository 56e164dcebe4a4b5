from browser import aio


def show(status: str) -> None:
    print(status)


async def main() -> int:
    return (await aio.get("/x")).status


aio.run(main(), onsuccess=show)  # reject: "onsuccess"
