import js
import where

# Not pyscript.window: in a worker it needs SharedArrayBuffer, which WebKitGTK lacks.
js.BroadcastChannel.new("where").postMessage(await where.everywhere())
