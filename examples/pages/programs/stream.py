# Reads a response line by line while it arrives.
from browser import aio, document, html

shown = html.OL()
document <= shown

async for line in aio.stream("programs/stream.py", "lines"):
    item = html.LI()
    item.text = line
    shown <= item
    await aio.sleep(0.05)
print(len(shown.children), "lines")
