"""An empty project that follows the npm package's README."""

import re
import subprocess
from pathlib import Path

HOST = """\
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>a host</title></head>
  <body><p id="result"></p><script type="module" src="/main.js"></script></body>
</html>
"""
CONFIG = """\
export default {
  base: "/app/",
  build: { target: "es2022", rollupOptions: { input: ["index.html", "host.html"] } },
};
"""


class Project:
    def __init__(self, folder: Path, package: Path, tools: Path) -> None:
        self.folder, self._tools = folder, tools
        self.write("package.json", '{"name": "empty", "private": true, "type": "module"}')
        self.run("npm", "install", "--offline", "--no-audit", "--no-fund", str(package))
        self.installed = folder / "node_modules" / "pyodide-browser"
        readme = (self.installed / "README.md").read_text()
        self.write("index.html", block(readme, "html"))
        self.write("main.js", block(readme, "js"))
        self.write("host.html", HOST)
        self.write("vite.config.js", CONFIG)
        self.run("npx", "--no-install", "pyodide-browser-copy", "public")
        self.said = self.tool("vite", "build")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def tool(self, name: str, *arguments: str) -> str:
        """One of the development tools, none of which is in the project."""
        return self.run(str(self._tools / name), *arguments)

    def run(self, *command: str) -> str:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done.stdout + done.stderr


def block(markdown: str, language: str) -> str:
    (only,) = re.findall(rf"```{language}\n(.*?)```", markdown, re.DOTALL)
    return only
