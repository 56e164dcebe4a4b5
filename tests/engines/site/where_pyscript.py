import js
import where

# Not pyscript.window: in a worker that needs SharedArrayBuffer, which WebKitGTK has not.
js.BroadcastChannel.new("where").postMessage(await where.everywhere())
